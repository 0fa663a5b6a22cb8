import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Duty } from './plan.ts'

const dutiesOf = (...lines: readonly string[]): readonly Duty[] => {
  const text = ['青禾街道平安楼道整治方案', '三、工作安排', ...lines].join('\n')
  return compile(text, { name: 'sample' }).plans[0]?.duties ?? []
}

test.each([
  ['(一)各社区每个工作日查看一遍充电点。', 'day', '每个工作日'],
  ['(一)阅览室每周二、周六上午开放。', 'week', '每周二、周六上午'],
  ['(一)锻炼小队每周一至周五早晨在广场集合。', 'week', '每周一至周五早晨'],
  ['(一)物业科每年5月、11月各检修一次消防栓。', 'year', '每年5月、11月'],
  ['(一)各社区每月最后一个周三报送台账。', 'month', '每月最后一个周三'],
  ['(一)学校每学期第一周上安全课。', 'term', '每学期第一周'],
  ['(一)保洁员每天6:30和17:00各清扫一次。', 'day', '每天6:30和17:00'],
  ['(一)每月10日前、25日前各社区报送进展。', 'month', '每月10日前、25日前'],
  ['(一)各社区每季度首月10日前报送清单。', 'quarter', '每季度首月10日前'],
])('the whole phrase of the moment is kept: %s', (line, per, at) => {
  expect(dutiesOf(line).map(({ every }) => [every.per, every.at])).toEqual([[per, at]])
})

test('a month that is named, a limit in hours and the period to come are no rhythm', () => {
  expect(dutiesOf('(一)2026年11月评选和睦楼道10个。')).toEqual([])
  expect(dutiesOf('(一)报修后24小时内派人上门。')).toEqual([])
  expect(dutiesOf('(一)评议不合格的,下一年度不再安排。')).toEqual([])
})

test('a sum for each year is no work of each year', () => {
  expect(dutiesOf('(一)公共照明按照每个小区每年2万元的标准补助。')).toEqual([])
})

test('each half of a month is twice a month', () => {
  expect(dutiesOf('(一)领导小组每半月召开一次调度会。')).toMatchObject([{ every: { per: 'month', times: 2 } }])
})

test('cadences strung together are owed by whom each piece names', () => {
  expect(dutiesOf('(一)物业科每半年、平安办每季度各检查一次。').map(({ every, to }) => [every.per, to])).toEqual([
    ['half-year', ['物业科']],
    ['quarter', ['平安办']],
  ])
})

test('a duty is owed by whom its clause names after 由, or by whom the clause after its time names', () => {
  expect(dutiesOf('(一)食谱由膳食科每月更新一次。').map(({ to }) => to)).toEqual([['膳食科']])
  expect(dutiesOf('(一)每年汛期前,各社区检查一遍排水沟。').map(({ every, to }) => [every.at, to])).toEqual([
    ['每年汛期前', ['各社区']],
  ])
})
