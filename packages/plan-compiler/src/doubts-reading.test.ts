import { describe, expect, test } from 'vitest'
import { doubtCodes, doubtWords } from './3-extract/doubts/doubt-words.ts'
import { compile } from './compile.ts'
import type { Doubt, Plan } from './plan.ts'

type Item = Doubt & { readonly span: { readonly start: number; readonly end: number } }

const read = (lines: readonly string[]): { readonly plan: Plan; readonly text: string } => {
  const { plans, text } = compile(['青禾街道楼道整治方案', ...lines].join('\n'), { name: 'sample' })
  const [plan] = plans
  if (!plan) throw new Error('no plan was read')
  return { plan, text }
}

const itemsOf = (plan: Plan): readonly Item[] => [
  ...[...plan.groups, ...plan.phases, ...plan.tasks, ...plan.duties, ...plan.indicators, ...plan.milestones],
  ...[...plan.checklists, ...plan.procedure, ...plan.budget, ...plan.consequences, ...plan.references],
]

const doubtsOf = (...lines: readonly string[]): readonly string[] =>
  itemsOf(read(lines).plan).flatMap(({ reason }) => (reason === undefined ? [] : [reason.code]))

describe('DOUBT-2 what is uncertain about a reading is said', () => {
  test.each<readonly [(typeof doubtCodes)[number], readonly string[]]>([
    ['text-damaged', ['三、重点任务', '(一)物业科负责修补\ufffd\ufffd楼道灯。']],
    ['party-by-company', ['二、岗位职责', '物业科:负责排班。', '保洁科:负责清扫。', '门岗:24小时值守,登记来车。']],
    ['party-is-a-level', ['三、重点任务', '(一)街道召开一次动员会。']],
    ['party-above', ['三、重点任务', '(一)全国文明委将对楼道进行暗访。']],
    ['only-helpers', ['三、重点任务', '(一)消毒。与社区医院协作开展楼道消毒。']],
    ['only-a-call', ['五、工作要求', '(一)各社区要高度重视,提高思想认识。']],
    ['in-background', ['一、指导思想', '各社区结合实际,认真贯彻上级部署。']],
    ['several-limits', ['三、重点任务', '(一)物业科负责5月底前换灯、7月底前刷墙。']],
    ['limit-from-far', ['三、重点任务(6月底前)', '(一)照明', '1.走廊', '(1)物业科负责换灯。']],
    ['fragment', ['三、重点任务', '(一)灯管。(物业科)']],
    ['period-rounded', ['三、重点任务', '(一)物业科每两年组织一次粉刷。']],
    ['in-conditions', ['一、创建标准', '1.楼道整洁,成立清洁小组;', '2.消防完好,无堵塞;', '3.灯具明亮。']],
    ['number-masked', ['三、重点任务', '(一)亮灯率达到xx%以上。']],
    ['only-a-number', ['五、其他', '印制书签300本。']],
    ['no-subject', ['三、重点任务', '(一)≥95%。']],
    ['of-scoring', ['五、考核', '(一)亮灯率95%以上得10分。']],
    ['window-unread', ['四、实施步骤', '第一阶段(4底前后):动员。', '第二阶段(5月1日至6月1日):整治。']],
    ['window-reversed', ['四、实施步骤', '第一阶段(2026年6月1日至2026年5月1日):动员。']],
    ['name-left-out', ['二、组织机构', '组长:陈远航', '成员:各楼长']],
    ['only-mentioned', ['三、重点任务', '(一)县楼道整治领导小组要统筹调度。']],
    ['by-the-look', ['五、其他情况', '1.楼道整洁,无杂物;', '2.灯具完好,无破损;', '3.张贴公约。']],
    ['actor-unknown', ['三、评选办法', '自愿申报,经初审后,授予“和美楼道”称号。']],
    ['item-unclear', ['五、经费', '约8000元。']],
    ['both-ways', ['五、奖惩', '对各楼栋表现好坏予以表彰奖励或通报批评。']],
    ['deed-unknown', ['五、奖惩', '实行一票否决。']],
  ])('%s', (code, lines) => {
    expect(doubtsOf(...lines)).toContain(code)
  })

  test('every doubt has its words in both languages and is less than sure', () => {
    for (const code of doubtCodes) {
      const reason = { code, params: { name: '街道' } }
      expect(doubtWords(reason, 'zh')).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(doubtWords(reason, 'en')).toMatch(/^[A-Z].*\.$/)
    }
  })
})

test('DOUBT-1 a clear plan says nothing, and doubts are told in the language asked for', () => {
  expect(
    doubtsOf(
      '一、组织领导',
      '成立楼道整治工作领导小组,由街道办事处主任陈远航任组长,物业科科长李素琴任副组长。',
      '二、重点任务',
      '(一)更换楼道灯。物业科负责更换楼道灯120盏,6月底前完成,亮灯率达到98%以上。',
      '(二)清理杂物。各社区每周清理一次楼道,清运率不低于95%。',
      '三、实施步骤',
      '(一)动员阶段(4月1日至4月20日)。街道办事处召开动员会。',
      '(二)整治阶段(4月21日至6月30日)。各社区逐栋整治。',
      '四、奖惩',
      '对完成好的社区给予表扬,对工作不力的社区予以通报批评。',
    ),
  ).toEqual([])
  const { plans } = compile('楼道整治工作方案\n三、重点任务\n(一)街道召开一次动员会。', { name: 'a', language: 'en' })
  const reason = { code: 'party-is-a-level', params: { name: '街道' } }
  expect(plans[0]?.tasks[0]).toMatchObject({ reason, doubt: doubtWords(reason, 'en') })
  expect(doubtWords(reason, 'zh')).toContain('“街道”')
})

/** Invented lines: what a careful reader makes of them, `true` where it is what the compiler makes of them. */
const judged: readonly (readonly [words: string, right: boolean])[] = [
  ['物业科负责更换楼道灯。', true],
  ['各社区每周清理一次楼道。', true],
  ['亮灯率达到98%以上。', true],
  ['街道办事处6月底前召开现场会。', true],
  ['对工作不力的社区予以通报批评。', true],
  ['由平安办牵头,各社区配合,排查消防隐患。', true],
  ['各社区要高度重视,提高思想认识。', false],
  ['各楼栋要行动起来,增强责任意识。', false],
  ['全国文明委将对楼道进行暗访。', false],
  ['亮灯率95%以上得10分。', false],
  ['国家爱卫会将组织检查楼道。', false],
  ['保洁员每天清扫楼道两遍。', true],
  ['安装充电桩不少于30个。', true],
  ['各单位要统一思想,以身作则。', false],
]

test('a reason that another release kept is told by its code, and what it leaves out stays open', () => {
  expect(doubtWords({ code: 'of-another-day', params: {} }, 'zh')).toBe('of-another-day')
  expect(doubtWords({ code: 'party-above', params: {} }, 'en')).toContain('“…”')
})

test('DOUBT-3 readings with a doubt are wrong clearly more often than those without', () => {
  const { plan, text } = read(['三、重点任务', ...judged.map(([words], i) => `${i + 1}.${words}`)])
  const rate = (doubtful: boolean): number => {
    const items = itemsOf(plan).filter(item => (item.doubt !== undefined) === doubtful)
    const wrong = items.filter(({ span }) =>
      judged.some(([words, right]) => !right && words.includes(text.slice(span.start, span.end).replace(/[。]$/, ''))),
    )
    return wrong.length / items.length
  }
  expect(rate(true)).toBeGreaterThan(0.6)
  expect(rate(false)).toBeLessThan(0.2)
})
