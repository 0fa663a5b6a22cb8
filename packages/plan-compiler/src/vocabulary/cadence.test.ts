import { describe, expect, test } from 'vitest'
import { cadencesIn } from './cadence.ts'

const read = (text: string) => cadencesIn(text, 0, text.length).map(c => [c.per, c.times])

describe('CADENCE-1 每 and a period state a frequency, the number after it how often', () => {
  test.each([
    ['每天清扫道路', [['day', null]]],
    ['每周至少巡查两次', [['week', 2]]],
    ['每个月组织一场讲座', [['month', 1]]],
    ['每年不少于四次', [['year', 4]]],
    ['每学期开展一次演练', [['term', 1]]],
    ['每半年评估一次', [['half-year', 1]]],
    ['每三个月更换一次', [['quarter', 1]]],
    ['每逢节假日举办夜市', [['season', null]]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('CADENCE-2 short forms state a frequency too', () => {
  test.each([
    ['一日两扫', [['day', 2]]],
    ['垃圾日产日清', [['day', null]]],
    ['24小时值班', [['continuous', null]]],
    ['按季开展考评', [['quarter', null]]],
    [
      '一日一督查、一周一通报',
      [
        ['day', 1],
        ['week', 1],
      ],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

test('CADENCE-3 the moment within the period is kept as written', () => {
  const [friday] = cadencesIn('每周五12:00前上报进展', 0, 11)
  expect(friday).toMatchObject({ per: 'week', at: '每周五12:00前' })
})

test('CADENCE-4 from time to time is no frequency, and each person is no period', () => {
  expect(read('定期走访,经常检查')).toEqual([])
  expect(read('每人领取一份,每户张贴一张')).toEqual([])
})

describe('CADENCE-5 once in so many days, weeks or months; within a day there is no weekday', () => {
  test.each([
    ['三天一调度', [['day', null]]],
    ['半月一排名', [['month', 2]]],
    ['两周一例会', [['week', null]]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('每日一读 tells no moment', () => {
    expect(cadencesIn('每日一读', 0, 4).map(c => c.at)).toEqual([null])
  })
})
