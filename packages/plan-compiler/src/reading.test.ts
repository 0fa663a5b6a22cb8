import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'

const read = (...lines: readonly string[]): Plan => {
  const [plan] = compile(lines.join('\n'), { name: 'sample' }).plans
  if (!plan) throw new Error('no plan was read')
  return plan
}

test('a leader is a name; the office held beside it is not a second leader', () => {
  const { groups } = read(
    '青禾街道平安楼道整治方案',
    '二、组织领导',
    '成立整治工作领导小组:',
    '组  长:陈远航  街道党工委副书记、办事处主任',
    '副组长:李素琴  街道办事处副主任',
    '　　　　吴建平  县消防救援大队青禾中队指导员',
    '成  员:城管科、物业科、平安办、各社区主要负责人',
  )
  expect(groups[0]?.leaders).toEqual([expect.stringMatching(/^陈远航/)])
  expect(groups[0]?.deputies.map(name => name.slice(0, 3))).toEqual(['李素琴', '吴建平'])
  expect(groups[0]?.members).toEqual(['城管科', '物业科', '平安办', '各社区主要负责人'])
})

test('a list of members ends with its line; the paragraph after it is another', () => {
  const { groups } = read(
    '青禾街道平安楼道整治方案',
    '二、组织领导',
    '　　成立整治工作领导小组:',
    '　　组  长:陈远航',
    '　　成  员:城管科、物业科',
    '　　领导小组下设办公室,办公室设在街道城管科,由周立文同志兼任办公室主任,负责日常协调、督促检查和情况汇总。',
  )
  expect(groups.map(({ kind, leaders, members }) => ({ kind, leaders, members }))).toEqual([
    { kind: 'leading', leaders: ['陈远航'], members: ['城管科', '物业科'] },
    { kind: 'office', leaders: ['周立文'], members: [] },
  ])
})

test('a time of day does not end a sentence', () => {
  const { duties, tasks } = read(
    '青禾街道平安楼道整治方案',
    '六、工作要求',
    '(一)压实责任。各社区明确专人负责,每周五12:00前向领导小组办公室报送进展情况。',
  )
  expect(duties).toMatchObject([{ every: { per: 'week' }, to: ['各社区'] }])
  expect(tasks.flatMap(({ responsible }) => responsible)).not.toContainEqual(expect.stringMatching(/\d/))
})

test('a section of phases is no task', () => {
  const { tasks, phases } = read(
    '青禾街道平安楼道整治方案',
    '四、实施步骤',
    '　　第一阶段:动员部署(4月10日至4月30日)。召开动员会,制定细化措施。',
    '　　第二阶段:总结巩固(7月1日至7月18日)。总结经验,完善制度。',
  )
  expect(phases).toHaveLength(2)
  expect(tasks.filter(({ text }) => text.includes('第一阶段') && text.includes('第二阶段'))).toEqual([])
})

test('each sum of a list of sums has its own item, and the total is none of them', () => {
  const { budget } = read(
    '青禾街道平安楼道整治方案',
    '五、经费保障',
    '照明改造12万元、充电点建设20万元、宣传资料3万元,合计35万元,由街道财政统筹安排。',
  )
  expect(budget.filter(({ item }) => !item.includes('合计')).map(({ item, yuan }) => [item, yuan])).toEqual([
    ['照明改造', 120000],
    ['充电点建设', 200000],
    ['宣传资料', 30000],
  ])
})

test('at least one is a demand from below, and its subject is the thing and not the deadline', () => {
  const { indicators } = read(
    '青禾街道平安楼道整治方案',
    '三、重点任务',
    '(一)整治电动车。6月15日前每个小区至少建成1处集中充电点。',
  )
  expect(indicators).toMatchObject([{ op: '>=', value: 1, unit: '处' }])
  expect(indicators[0]?.subject).not.toContain('6月15日')
  expect(indicators[0]?.subject).toContain('集中充电点')
})

test('items carry their span and no offsets beside it', () => {
  const { tasks } = read(
    '青禾街道平安楼道整治方案',
    '三、重点任务',
    '(一)补齐照明。物业科负责逐栋排查楼道灯,5月底前完成。',
  )
  expect(tasks.length).toBeGreaterThan(0)
  for (const task of tasks) expect(Object.keys(task)).not.toContain('start')
})

test('an advertisement pasted in with the text is no part of the plan', () => {
  const plan = read(
    '青禾街道平安楼道整治方案',
    '更多方案请关注某某公众号',
    '一、工作目标',
    '楼道照明完好率达到98%以上。',
  )
  expect(plan.diagnostics.filter(({ code }) => code === 'placeholder-left')).toEqual([])
})

test('work groups told one after another are bodies, and their number is none', () => {
  const { groups } = read(
    '云溪县校园食堂提升行动方案',
    '二、组织机构',
    '成立县校园食堂提升行动领导小组,组长由县教育局局长韩立新担任。领导小组办公室设在县教育局安全科,秦川兼任办公室主任。',
    '领导小组下设两个工作组:',
    '1.综合协调组。组长:秦川。负责会议组织和信息报送。',
    '2.检查督导组。组长:郭敏;成员:县市场监管局餐饮科。负责食堂日常检查。',
  )
  expect(
    groups.filter(({ leaders }) => leaders.length > 0).map(({ kind, name, leaders }) => [kind, name, leaders]),
  ).toEqual([
    ['leading', '县校园食堂提升行动领导小组', ['县教育局局长韩立新']],
    ['office', '领导小组办公室', ['秦川']],
    ['working', '综合协调组', ['秦川']],
    ['working', '检查督导组', ['郭敏']],
  ])
  expect(groups.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/两个/))
})

test('who holds which post is no work to be done', () => {
  const { tasks } = read(
    '云溪县校园食堂提升行动方案',
    '二、组织机构',
    '成立领导小组。组长由县教育局局长韩立新担任,成员由县财政局、县卫健局组成,由周立文同志兼任办公室主任。',
  )
  expect(tasks.filter(({ lead, responsible }) => lead.length + responsible.length > 0)).toEqual([])
})

test('those who only help have no task of their own in a sentence', () => {
  const { tasks } = read(
    '云溪县校园食堂提升行动方案',
    '三、重点任务',
    '(一)整治电动车。由平安办牵头,各社区、物业公司配合,6月15日前建成充电点。',
  )
  const owned = tasks.filter(({ lead, responsible, support }) => lead.length + responsible.length + support.length > 0)
  expect(owned).toMatchObject([{ lead: ['平安办'], support: ['各社区', '物业公司'], due: { end: '06-15' } }])
})

test('a sentence that only says who is in charge is about the sentences before it', () => {
  const { tasks } = read(
    '云溪县校园食堂提升行动方案',
    '三、重点任务',
    '(一)严把进货。大宗食材实行集中采购,逐批登记。由县教育局后勤中心负责。',
  )
  expect(tasks.map(({ text, responsible }) => [text.includes('集中采购'), responsible])).toEqual([
    [true, ['县教育局后勤中心']],
  ])
})

test('each cadence is owed by whom its own clause names', () => {
  const { duties } = read(
    '云溪县校园食堂提升行动方案',
    '三、信息报送',
    '各学校每月25日前报送进展,领导小组办公室每季度编发一期简报。',
  )
  expect(duties.map(({ every, to }) => [every.per, to])).toEqual([
    ['month', ['各学校']],
    ['quarter', ['领导小组办公室']],
  ])
})

test('a phase that has only a name and a window asks for nothing', () => {
  const { tasks } = read(
    '云溪县校园食堂提升行动方案',
    '四、实施步骤',
    '1.动员部署阶段(3月10日至3月31日)。',
    '2.集中提升阶段(4月1日至10月31日)。',
  )
  expect(tasks).toEqual([])
})
