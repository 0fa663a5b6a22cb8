import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import type { Plan, Task } from '../plan.ts'

const read = (text: string): Plan => {
  const [plan] = compile(text, { name: 'plan.txt' }).plans
  if (!plan) throw new Error('a text gives at least one plan')
  return plan
}

const owned = (tasks: readonly Task[]) =>
  tasks
    .filter(t => t.lead.length + t.responsible.length + t.support.length > 0)
    .map(t => [t.lead, t.responsible, t.support])

describe('TASK-1 a clause that names who must act is a task of theirs, up to the next that names somebody else', () => {
  test('two doers in one sentence', () => {
    const { tasks } = read('各社区要排查隐患,建立清单,县应急局将组织抽查。')
    expect(tasks.map(t => [t.text, t.responsible])).toEqual([
      ['各社区要排查隐患,建立清单', ['各社区']],
      ['县应急局将组织抽查', ['县应急局']],
    ])
  })

  test('what is told as done is no task', () => {
    expect(owned(read('社区居委会建立了工作台账。').tasks)).toEqual([])
  })
})

describe('TASK-2 parties may stand after what they are to do', () => {
  test('labelled in a bracket', () => {
    const { tasks } = read('一、任务\n1、清理街面。(牵头单位:城管局;责任单位:各社区;完成时限:5月底前)')
    expect(tasks).toMatchObject([{ lead: ['城管局'], responsible: ['各社区'], due: { end: '05-31' } }])
  })

  test('introduced by 由', () => {
    expect(owned(read('垃圾清运由环卫所负责。').tasks)).toEqual([[[], ['环卫所'], []]])
  })
})

test('TASK-3 a unit that heads a list has all that is listed', () => {
  const { tasks } = read(
    '一、职责分工\n(一)民政科\n1、负责困难群众走访。\n2、会同妇联慰问孤寡老人。\n(二)宣传科:负责信息报送。',
  )
  expect(owned(tasks)).toEqual([
    [[], ['民政科'], []],
    [[], ['民政科'], ['妇联']],
    [[], ['宣传科'], []],
  ])
})

test('TASK-4 a deadline stated for a section holds for what is in it, unless an item has its own', () => {
  const { tasks } = read(
    '一、整改任务(6月30日前完成)\n1、各社区要清理楼道。\n2、各社区要修补路面,于5月20日前报街道办。',
  )
  expect(tasks.map(t => t.due?.end)).toEqual(['06-30', '06-30', '05-20'])
})

test('TASK-5 in a table the head of the columns says what is what', () => {
  const { tasks } = read('一、分工\n序号\t工作任务\t责任单位\t配合单位\t完成时限\n1\t清理河道\t水务局\t各镇\t8月底前')
  expect(tasks).toMatchObject([{ text: '清理河道', responsible: ['水务局'], support: ['各镇'], due: { end: '08-31' } }])
})

describe('GROUP-1 a body that is set up is a group, with its people', () => {
  test('said in a sentence', () => {
    const { groups } = read('成立河道整治领导小组,由镇长任组长,副镇长任副组长,各村书记为成员。')
    expect(groups).toMatchObject([
      { kind: 'leading', name: '河道整治领导小组', leaders: ['镇长'], deputies: ['副镇长'], members: ['各村书记'] },
    ])
  })

  test('listed under its name', () => {
    const { groups } = read('一、组织机构\n成立河道整治工作领导小组。\n组长:张明\n副组长:李华、王芳\n成员:XXX、赵强')
    expect(groups).toMatchObject([{ leaders: ['张明'], deputies: ['李华', '王芳'], members: ['赵强'] }])
  })
})

test('GROUP-2 an office belongs to its body and says where it sits', () => {
  const { groups } = read('成立河道整治领导小组。领导小组下设办公室,办公室设在水务局,由陈刚兼任办公室主任。')
  expect(groups.map(g => [g.kind, g.leaders, g.location])).toEqual([
    ['leading', [], null],
    ['office', ['陈刚'], '水务局'],
  ])
})

test('GROUP-3 a leading body that is given work is a group of the plan, a body merely mentioned is none', () => {
  expect(read('县河道整治指挥部要制定方案。').groups.map(g => g.name)).toEqual(['县河道整治指挥部'])
  expect(read('认真学习街道党工委会议精神。').groups).toEqual([])
})

describe('PHASE-1 a stage with a name or a window of its own is a phase', () => {
  test.each([
    ['numbered', '二、实施步骤\n(一)动员阶段(4月1日至10日)。召开会议。\n(二)整治阶段(4月11日至6月底)。逐项整改。'],
    ['ordinal', '二、实施步骤\n第一阶段:动员阶段(4月1日至10日)。\n第二阶段:整治阶段(4月11日至6月底)。'],
    ['name and window apart', '二、实施步骤\n(一)动员阶段:4月1日至10日。\n(二)整治阶段:4月11日至6月底。'],
  ])('%s', (_, text) => {
    expect(read(text).phases.map(p => [p.name, p.window?.start, p.window?.end])).toEqual([
      ['动员阶段', '04-01', '04-10'],
      ['整治阶段', '04-11', '06-30'],
    ])
  })
})

test('DUTY-1 work with a stated frequency is a duty, each frequency one', () => {
  const { duties } = read('各社区每周巡查两次,实行一日一清、一月一评,垃圾日产日清。')
  expect(duties.map(d => [d.every.per, d.every.times])).toEqual([
    ['week', 2],
    ['day', 1],
    ['month', 1],
    ['day', null],
  ])
})

describe('INDICATOR-1 a measurable demand has its sense, number and unit', () => {
  test.each([
    ['满意度达90%以上', ['>=', 90, '%']],
    ['差错率不超过2%', ['<=', 2, '%']],
    ['设置宣传栏不少于3处', ['>=', 3, '处']],
    ['采用三种及以上形式', ['>=', 3, '种']],
    ['实现零事故', ['=', 0, '起']],
    ['三分之二以上业主同意', ['>=', 66.67, '%']],
    ['覆盖率达xx%以上', ['>=', null, '%']],
    ['接报后2小时内到场', ['<=', 2, '小时']],
    ['按300人配备1名保洁员', ['=', 1, '名/300人']],
  ])('%s', (text, expected) => {
    expect(read(`${text}。`).indicators.map(({ op, value, unit }) => [op, value, unit])).toEqual([expected])
  })
})

test('INDICATOR-2 a range is two demands; results, dates, frequencies and money are none', () => {
  expect(read('购置20至30只垃圾桶。').indicators.map(i => [i.op, i.value])).toEqual([
    ['>=', 20],
    ['<=', 30],
  ])
  for (const text of ['半年来共发放资料300份。', '5月20日前完成。', '每周检查两次。', '所需经费3万元。'])
    expect(read(text).indicators).toEqual([])
})

test('INDICATOR-4 what must not happen is a demand of none, and a number to be reached is one', () => {
  const { indicators } = read('一、目标\n(一)园区生产事故为零,伤亡人数为0。\n(二)巡河志愿者达到800人。')
  expect(indicators.map(({ subject, op, value, unit }) => [subject, op, value, unit])).toEqual([
    ['园区生产事故', '=', 0, '起'],
    ['伤亡人数', '=', 0, '人'],
    ['巡河志愿者', '=', 800, '人'],
  ])
})

test('MILESTONE-1 a single limit is a milestone, the window of a phase is none', () => {
  const { milestones } = read(
    '一、步骤\n(一)动员阶段(5月1日至10日)。\n(二)整治阶段(5月11日至20日)。\n二、要求\n各社区要在5月15日前报送总结。',
  )
  expect(milestones.map(m => m.date)).toEqual(['05-15'])
})

describe('CHECKLIST-1 a list of conditions is a checklist', () => {
  test('under a heading that says so', () => {
    const { checklists } = read('一、集贸市场测评标准\n1、地面干净,无积水。\n2、摊位整齐,无占道。\n3、有投诉台账。')
    expect(checklists.map(c => [c.pointType, c.items.length])).toEqual([['集贸市场', 3]])
    expect(checklists[0]?.items[2]?.evidence).toEqual(['投诉台账'])
  })

  test('inside a sentence', () => {
    expect(read('楼道要达到“四无”,即无杂物、无灰尘、无张贴、无破损。').checklists[0]?.items.map(i => i.text)).toEqual([
      '无杂物',
      '无灰尘',
      '无张贴',
      '无破损',
    ])
  })

  test('and a list of tasks is none', () => {
    expect(read('一、工作任务\n1、开展宣传。\n2、组织检查。\n3、建立台账。').checklists).toEqual([])
  })
})

test('CHECKLIST-2 an item says how it is graded', () => {
  const { checklists } = read('一、测评标准\n1、公益广告。3处为符合,1处为基本符合,没有为不符合。\n2、地面干净。')
  expect(checklists[0]?.items[0]?.grades).toEqual({ conforms: '3处', mostly: '1处', fails: '没有' })
})

test('PROCEDURE-1 the way of a title is read step by step, with its actors and thresholds', () => {
  const text =
    '一、评定程序\n1、各社区开展自评,达80分以上的向街道办事处申报。\n2、街道办事处组织初审,择优向市文明办推荐。\n3、市文明办组织验收,结果向社会公示。\n4、由市文明办命名授牌,不合格的取消称号。'
  const steps = read(text).procedure
  expect(steps.map(p => p.step)).toEqual(
    expect.arrayContaining(['self-score', 'apply', 'review', 'recommend', 'inspect', 'notice', 'grant', 'withdraw']),
  )
  expect(steps.find(p => p.step === 'recommend')?.actor).toBe('街道办事处')
  expect(steps.some(p => p.threshold === '达80分以上')).toBe(true)
})

test('PROCEDURE-2 an inspection in a plan without a title is no procedure', () => {
  expect(read('一、步骤\n6月底组织检查验收,对问题进行复查。').procedure).toEqual([])
})

test('BUDGET-1 money is in yuan, written in figures or in capitals, once', () => {
  expect(read('购置设备4万元,宣传费用8000元,补助陆拾万元整。').budget.map(b => b.yuan)).toEqual([40_000, 8000, 600_000])
  expect(read('奖励10万元(大写:壹拾万元整)。').budget.map(b => b.yuan)).toEqual([100_000])
})

test('CONSEQUENCE-1 what follows from doing well or badly is told apart, deed by deed', () => {
  const { consequences } = read('对成效明显的给予表彰奖励,对推诿扯皮的予以通报批评,并取消评先资格。')
  expect(consequences.map(c => [c.kind, c.text])).toEqual([
    ['reward', '对成效明显的给予表彰奖励'],
    ['penalty', '对推诿扯皮的予以通报批评,并取消评先资格'],
  ])
})

test('REFERENCE-1 a document is named once, with its number', () => {
  expect(
    read('按照《城市管理条例》和《整治方案》(云政办〔2025〕7号),落实《城市管理条例》。').references.map(r => [
      r.title,
      r.number,
    ]),
  ).toEqual([
    ['《城市管理条例》', null],
    ['《整治方案》', '云政办〔2025〕7号'],
  ])
})

test('SHOW-1 what is read from traditional characters is shown as written', () => {
  const { tasks, title } = read('柳河街道環境整治工作方案\n一、任務\n各社區要清理樓道。')
  expect(title).toBe('柳河街道環境整治工作方案')
  expect(tasks[0]?.responsible).toEqual(['各社區'])
})

test('TASK-6 what a body is charged with is a task of its leader, itself and its members', () => {
  const { tasks } = read('一、组织机构\n宣传工作组:\n组长:张明\n成员:李华、王芳\n职责:负责宣传发动和信息报送。')
  expect(owned(tasks)).toEqual([[['张明'], ['宣传工作组'], ['李华', '王芳']]])
})
