import { clued } from '../scan/clues.ts'

/**
 * How plainly the last word of a name says that it is somebody who acts. `firm`: a body wherever it stands. `loose`: as
 * often a place or a subject (`社区环境`), a doer before a modal. `weak`: a doer only after `各`, `有关` … `public`: those
 * whom a plan calls upon but does not assign.
 */
export type Strength = 'firm' | 'loose' | 'weak' | 'public'

const heads: Readonly<Record<Strength, string>> = {
  firm:
    '领导小组 工作小组 领导组 指挥部 委员会 居委会 村委会 业委会 管委会 工委 纪委 居(村)委会 村(居)委会 党委 党组 党支部 党总支 支部 党组织 ' +
    '办公室 党政办 创建办 创城办 创文办 创卫办 文明办 综治办 爱卫办 爱卫会 街道办 办事处 政府 部门 单位 局 宣传部 组织部 统战部 武装部 团委 妇联 工会 科协 残联 共青团 ' +
    '关工委 工商联 保卫部 事业部 工作部 党群部 派出所 司法所 财政所 环卫所 环卫站 卫生院 医院 服务中心 管理中心 指导中心 事务中心 发展中心 服务站 工作站 文化站 管理站 ' +
    '管理所 警务室 警务站 中队 大队 支队 公司 企业 协会 商会 社会组织 志愿者组织 工作组 专项组 专班 行动组 督查组 督导组 检查组 考核组 评审组 巡查组 宣传组 保障组 ' +
    '协调组 整治组 调解组 联络组 小组 指导组 科室 股室 处室 纪检委员 组织委员 宣传委员 政法委员 督查室 政研室 研究室 监察室 宣传科 民政科 教务处 政教处 德育处 总务处 学生处 保卫处 财务处 管理处 后勤处 科 负责人 责任人 网格员 网格长 ' +
    '楼长 楼栋长 楼组长 楼道长 保洁员 工作人员 管理人员 值班人员 社区工作者 志愿者 两委 班子 党小组 同志 院长 园长 主席 部长 科长 镇长 乡长 县长 区长 市长 辅导员 班主任 联络员 信息员 督导员 安全员 监督员 管理员 队员 值班员 调解员 巡查员 检查员 讲解员 民警 专干 干部 村社 镇街 乡镇 村居 分局 ' +
    '检察院 法院 学校 幼儿园 中小学 小学 中学 校长 书记 主任 局长 组长 所长 站长 队长 领导 村(社区) 社区(村) 镇(街道) 街道(镇) 乡镇(街道) 乡(镇) 银行 商户 ' +
    '经营户 门店 门面 商家 施工单位 运营商 教师 保安 站所 工作队 服务队 突击队 巡逻队 执法队 保安队 清洁队 教职工 卫生室 公所 民政办 社会事务办 经发办 平安办 应急办 党建办 社事办 城建办 办',
  loose:
    '小区(社区、村) 物业 社区 街道 小区 镇 乡 村 医疗机构 机构 所 站 组 中心 队 队伍 部 委 班级 年级 党员 工作者 党校 公安 交警 城管 环卫 住建 民政 市场监管 综合执法 行政执法 消防 卫健 医生 人员 民兵 团员 员工 职工',
  weak: '代表会议 代表大会 委员 代表 部 股 楼栋 楼院 网点 站点 寝室 宿舍 县 区 市 院 园 窗口 点位 网格 市场 班 会 处 旅馆 饭店 超市 网吧 宾馆 车站 景区 工地 图书馆',
  public: '居民 群众 市民 村民 公民 业主 家庭 人民 学生 青少年 未成年人 住户 游客 顾客 消费者 老人 孩子 家长',
}

type Head = { readonly word: string; readonly strength: Strength }

/** Lists of heads with one last character, the longest first, and by the code of that character which list it is. */
const lists: Head[][] = [[]]
const listOf = new Uint8Array(65_536)
for (const strength of ['firm', 'loose', 'weak', 'public'] as const)
  for (const word of heads[strength].split(' ')) {
    const last = word.charCodeAt(word.length - 1)
    if (listOf[last] === 0) listOf[last] = lists.push([]) - 1
    lists[listOf[last] ?? 0]?.push({ word, strength })
  }
for (const list of lists) list.sort((a, b) => b.word.length - a.word.length)

/** By code: whether a head may end with this character. */
export const endsHead = (code: number): boolean => listOf[code] !== 0

const isBefore = (text: string, start: number, end: number, word: string): boolean => {
  const from = end - word.length
  if (from < start) return false
  for (let i = word.length - 2; i >= 0; i--) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false
  return true
}

/** Whether the words before `end` (and not before `start`) are the end of a party's name, and how plainly. */
export const headBefore = (text: string, start: number, end: number): Strength | null => {
  const list = listOf[text.charCodeAt(end - 1)]
  if (!list) return null
  for (const { word, strength } of lists[list] as Head[]) if (isBefore(text, start, end, word)) return strength
  return null
}

/** Words before a name that make a doer of it: `各`, `有关` … */
export const quantifier = clued(/各|有关|相关|全体|所有|辖区|本级|其他|其它|全[县市区镇乡]各/y)
