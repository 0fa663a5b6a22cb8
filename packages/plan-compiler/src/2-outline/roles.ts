import type { SectionRole } from '../plan.ts'
import { anyOf, type Clued, clued, mayHold, mayHoldAny } from '../scan/clues.ts'

// The first that fits decides; narrower ones stand before wider ones.
const roles: readonly (readonly [SectionRole, Clued])[] = [
  [
    'budget',
    clued(
      /经费(?:预算|来源|安排|概算|筹措|使用)|资金(?:预算|来源|安排|筹措|使用)|^(?:活动|工作|项目)?(?:经费|预算|资金)$|预算/,
    ),
  ],
  [
    'procedure',
    clued(
      /(?:申报|评定|评选|评审|创建|验收|命名|申请|认定|考评|创评|办理|评比)(?:的)?(?:程序|流程|办法|方法|方式|步骤和办法|规则)|评定(?:结果|内容)|命名(?:表彰|授牌)|动态管理|复查|申报与|^(?:评选|评审|申报)?(?:程序|流程)$|(?:下列|以下|如下)(?:程序|流程|步骤)(?:进行|开展|办理)?$/,
    ),
  ],
  [
    'phases',
    clued(
      /(?:实施|工作|方法|活动|推进|整治|创建|时间|进度|行动|具体|阶段)(?:的)?(?:步骤|阶段|安排|进度|进程|划分|日程|时间表)|时间(?:安排|进度|步骤|节点)|步骤|阶段|进度安排|日程安排/,
    ),
  ],
  [
    'standards',
    clued(
      /(?:创建|考核|测评|验收|评定|评选|工作|整治|建设|环境|评比|达标|评价|基本|检查)?标准|评分|(?:创建|考核|测评|评定|申报|评选|基本)条件|测评(?:体系|指标|内容)|^条件$|(?:下列|以下)条件$|(?:创建|基本)要求/,
    ),
  ],
  [
    'guiding',
    clued(
      /指导思想|总体(?:思路|要求)|基本原则|工作原则|方针|原则|指导方针|重要(?:性|意义)|目的意义|目的|意义|背景|依据|提高认识$|基本思路|工作思路/,
    ),
  ],
  ['goals', clued(/目标|工作指标|预期(?:成效|效果|成果)|任务目标|总目标/)],
  [
    'organisation',
    clued(
      /组织(?:机构|领导|架构|体系|分工|网络)|领导(?:小组|机构|组织)|机构(?:设置|人员|成员)|成员名单|人员(?:组成|分工)|工作机构|职责分工|责任分工|任务分工|分工|工作职责|部门职责|指挥部/,
    ),
  ],
  [
    'assurance',
    clued(
      /保障|工作要求|有关要求|几点要求|相关要求|具体要求|纪律|注意事项|工作措施和要求|监督|督查|督导|考核|奖惩|要求$/,
    ),
  ],
  [
    'measures',
    clued(
      /措施|任务|内容|举措|重点|工作(?:安排|计划)|活动(?:安排|内容|形式|方式)|做法|行动|项目|职责|范围|方法|整治|宣传|管理|建设|服务/,
    ),
  ],
]

const patterns = roles.map(([, pattern]) => pattern)
const anyRole = anyOf(...patterns)

/** What a section is for, from its heading, which begins at an offset; `other` where it does not say. */
export const roleOf = (heading: string, text: string, start: number): SectionRole => {
  const end = start + heading.length
  if (heading === '' || !mayHoldAny(anyRole, text, start, end)) return 'other'
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i] as Clued // within the patterns
    if (mayHold(pattern, text, start, end) && pattern.shape.test(heading)) return roles[i]?.[0] ?? 'other'
  }
  return 'other'
}
