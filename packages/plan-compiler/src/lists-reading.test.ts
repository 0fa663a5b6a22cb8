import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'

const read = (...lines: readonly string[]): Plan => {
  const [plan] = compile(['青禾街道楼道整治方案', ...lines].join('\n'), { name: 'sample' }).plans
  if (!plan) throw new Error('no plan was read')
  return plan
}

const counts = (plan: Plan) => plan.checklists.map(c => c.items.length)

test('CHECKLIST-3 under a heading of standards unmarked lines are an item each', () => {
  const plan = read(
    '一、创建标准',
    '楼道整洁,无杂物堆放;',
    '消防设施完好,标识清晰;',
    '有楼长公示牌和巡查记录;',
    '居民满意。',
  )
  expect(counts(plan)).toEqual([4])
})

test('CHECKLIST-3 a scoring table is a list of its rows', () => {
  const plan = read('考核办法', '考核项目\t标准\t分值', '组织\t有方案、有台账\t10', '成效\t楼道整洁,无杂物\t60')
  expect(counts(plan)).toEqual([2])
  expect(plan.checklists[0]?.items.map(i => i.text)).toEqual(['有方案、有台账', '楼道整洁,无杂物'])
})

test('CHECKLIST-4 a table that names kinds of points is a list for each; what costs points is what fails', () => {
  const { checklists, groups } = read(
    '一、测评标准',
    '各社区对照下表逐项测评。',
    '测评点位\t测评标准\t分值\t评分标准',
    '楼道\t无杂物堆放\t10\t每处扣2分',
    '楼道\t有巡查记录\t5\t未成立巡查组的扣5分',
    '门岗\t有公示牌\t5\t缺牌扣5分',
  )
  expect(checklists.map(c => [c.pointType, c.items.map(i => i.grades)])).toEqual([
    ['楼道', [{ fails: '每处扣2分' }, { fails: '未成立巡查组的扣5分' }]],
    ['门岗', [{ fails: '缺牌扣5分' }]],
  ])
  expect(groups).toEqual([])
})

test('CHECKLIST-4 words that only lead to a table do not name it', () => {
  const table = ['项目\t标准\t分值', '组织\t有方案、有台账\t10', '成效\t楼道整洁,无杂物\t60']
  expect(read('一、楼道测评标准', '各社区按照下表落实。', ...table).checklists[0]?.pointType).toBe('楼道')
})

test('CHECKLIST-3 among paragraphs of conditions one that begins with a condition is a list too', () => {
  const plan = read(
    '楼道无杂物,无污迹;门窗完好,无破损;灯具完好明亮。',
    '绿地无垃圾,无杂草;花木长势良好,无枯枝。',
    '照明设施完好,亮灯及时;开关标识清楚;线路整齐有序。',
  )
  expect(counts(plan)).toEqual([3, 2, 3])
})

test('CHECKLIST-3 cases that shut out are no conditions', () => {
  expect(
    read('第五条 有下列情形之一的,不得申报:', '(一)发生火灾的;', '(二)楼道无人管理的;', '(三)弄虚作假的。').checklists,
  ).toEqual([])
})

test('PHASE-2 a line tells several phases one after another', () => {
  const { phases } = read('六、时间安排', '宣传发动:3月1日—3月20日。集中整治:3月21日—5月31日。总结评比:6月上旬。')
  expect(phases.map(p => [p.name, p.window?.start, p.window?.end])).toEqual([
    ['宣传发动', '03-01', '03-20'],
    ['集中整治', '03-21', '05-31'],
    ['总结评比', '06-01', '06-10'],
  ])
})

test('PHASE-2 a month in which somebody acts is no phase', () => {
  expect(read('六、实施步骤', '4月各社区对照标准自查;5月20日前街道复查。').phases).toEqual([])
})

test('INDICATOR-3 things asked for in a list are a demand each', () => {
  const { indicators } = read('三、重点任务', '储备沙袋2万条、橡皮艇30艘、应急灯200盏。')
  expect(indicators.map(i => [i.subject, i.value, i.unit])).toEqual([
    ['储备沙袋', 20000, '条'],
    ['橡皮艇', 30, '艘'],
    ['应急灯', 200, '盏'],
  ])
})

test('INDICATOR-3 keeping papers and shares of pay are no demand, how long records are kept is one', () => {
  const { indicators } = read('三、重点任务', '建立一户一档,绩效按90%发放,录像保存不少于30天。')
  expect(indicators.map(i => [i.value, i.unit])).toEqual([[30, '天']])
})

test('DUTY-2 a duty that names nobody is owed by whoever has the task', () => {
  const { duties } = read('二、科室职责', '医务科:负责病历质量,每月组织一次质控。', '护理科:负责病房,每周查房两次。')
  expect(duties.map(d => d.to)).toEqual([['医务科'], ['护理科']])
})

test('PHASE-1 items of a name and a window in a bracket are phases, under a heading in heavy brackets', () => {
  const { phases, outline } = read(
    '【任务安排】',
    '◆ 前期摸底(3月1日-3月15日):社区入户调查;',
    '◆ 方案公示(3月16日-3月25日):召开业主大会;',
    '◆ 施工建设(3月26日-5月20日):进场施工。',
  )
  expect(phases.map(p => p.name)).toEqual(['前期摸底', '方案公示', '施工建设'])
  expect(outline.map(s => s.heading)).toEqual(['【任务安排】'])
})

test('INDICATOR-1 of demands strung together each has its own subject', () => {
  const { indicators } = read('三、重点任务', '工地周边100%围挡、物料100%覆盖、路面100%硬化。')
  expect(indicators.map(i => i.subject)).toEqual(['工地周边', '物料', '路面'])
})

test('PHASE-2 stages that go on in the line of the first are phases each', () => {
  const { phases, diagnostics } = read(
    '三、实施步骤',
    '1.动员部署(3月—4月);2.集中整治(5月—10月);3.总结评估(11月—12月)。',
  )
  expect(phases.map(p => [p.name, p.window?.start, p.window?.end])).toEqual([
    ['动员部署', '03-01', '04-30'],
    ['集中整治', '05-01', '10-31'],
    ['总结评估', '11-01', '12-31'],
  ])
  expect(diagnostics.filter(d => d.severity !== 'info')).toEqual([])
})
