import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'

const read = (...lines: readonly string[]): Plan => {
  const [plan] = compile(['青禾街道平安楼道整治方案', ...lines].join('\n'), { name: 'sample', year: 2026 }).plans
  if (!plan) throw new Error('no plan was read')
  return plan
}

test('a part of a whole is compared as the words before the whole say', () => {
  const { indicators } = read(
    '二、工作目标',
    '公共绿地面积不低于小区面积的30%,参加表决的住户不少于住户总数的三分之二。',
    '外来停车不超过车位总数的15%。',
  )
  expect(indicators.map(({ subject, op, value }) => [subject, op, value])).toEqual([
    ['公共绿地面积', '>=', 30],
    ['参加表决的住户', '>=', 66.67],
    ['外来停车', '<=', 15],
  ])
})

test('what is asked for may stand after its number', () => {
  const { indicators } = read('二、工作目标', '做到有85%以上的住户知晓率。')
  expect(indicators).toMatchObject([{ subject: '住户知晓率', op: '>=', value: 85 }])
})

test('a window may stand in a sentence of its own after the name of the phase', () => {
  const { phases } = read(
    '四、实施步骤',
    '1、动员阶段。时间:3月1日—3月20日。召开会议,明确分工。',
    '2、整治阶段。时间:3月21日—5月20日。逐项整治,逐项销号。',
  )
  expect(phases.map(({ name, window }) => [name, window?.start, window?.end])).toEqual([
    ['动员阶段', '2026-03-01', '2026-03-20'],
    ['整治阶段', '2026-03-21', '2026-05-20'],
  ])
})

test('a stage may be called by two signs, and the heading over the stages is none', () => {
  const { phases } = read(
    '(四)实施步骤:3月1日至6月30日',
    '1.摸底(3月1日至3月20日)。逐栋登记。',
    '2.整治(3月21日至6月30日)。逐项整治。',
  )
  expect(phases.map(({ name }) => name)).toEqual(['摸底', '整治'])
})

test('a procedure is what its section tells; items are not steps beside their sentences', () => {
  const { procedure } = read(
    '三、重点任务',
    '(一)首批评选平安楼道12个,严禁只申报不整治。',
    '五、评定办法',
    '1、自评。小区对照评分表自评,达到70分的可以申报。',
    '2、评定。街道组织实地查看,进行评定。',
    '3、公示。评定结果公示5天。',
    '4、授牌。公示无异议的,由街道授予平安楼道称号。',
    '六、动态管理',
    '命名后每年复查一次。复查不合格的,撤销称号。',
    '七、职责分工',
    '(一)物业科负责对申报的小区进行指导,处理结果在公示栏张贴。',
  )
  expect(procedure.map(({ step }) => step)).toEqual([
    'self-score',
    'apply',
    'inspect',
    'review',
    'notice',
    'grant',
    'recheck',
    'withdraw',
  ])
})

test('a plan that awards nothing has no procedure', () => {
  const { procedure } = read(
    '三、重点任务',
    '(一)物业科受理投诉,处置结果在小区公示栏张贴。',
    '(二)对小区的检查评比每年不超过1次。',
  )
  expect(procedure).toEqual([])
})

test('INDICATOR-5 what stands alone in a cell is told of the cell before it; months are time', () => {
  const { indicators } = read(
    '一、目标',
    '指标名称\t目标值',
    '楼道灯完好率\t98%以上',
    '二、任务',
    '对新楼跟踪回访不少于3个月。',
  )
  expect(indicators.map(i => [i.subject, i.value, i.unit])).toEqual([['楼道灯完好率', 98, '%']])
})

test('MILESTONE-1 what comes round every year is none', () => {
  expect(read('三、考核', '街道每年12月组织一次考核。').milestones).toEqual([])
})

test('BUDGET-2 a rate in a bracket and prize money are no budget', () => {
  const { budget } = read(
    '四、经费',
    '安排资金60万元,其中站点建设40万元(每站5万元),宣传20万元。',
    '对先进社区颁发奖状及奖金2万元。',
  )
  expect(budget.map(({ yuan }) => yuan)).toEqual([600_000, 400_000, 200_000])
})
