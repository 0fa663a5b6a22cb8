import { expect, test } from 'vitest'
import { smallNumber } from './chinese-number.ts'
import { clockTimesIn } from './clock-words.ts'
import { type DayRule, parseDueMoment } from './due-moment.ts'

test.each([
  ['7', 7],
  ['２５', 25],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十五', 25],
  ['廿五', 25],
  ['两', 2],
  ['零', 0],
  ['一百', null],
  ['二五', null],
  ['', null],
  ['半', null],
])('%s is the number %s', (text, value) => expect(smallNumber(text)).toBe(value))

test.each([
  ['12:00前', '12:00'],
  ['17：30', '17:30'],
  ['上午9点', '09:00'],
  ['下午3点半', '15:30'],
  ['下午三时一刻', '15:15'],
  ['晚8点', '20:00'],
  ['晚上十点二十分', '22:20'],
  ['中午12:00前', '12:00'],
  ['中午1点', '13:00'],
  ['24:00前', '23:59:59'],
  ['上午', '12:00'],
  ['周五下午', '18:00'],
  ['下班前', '18:00'],
  ['清晨', '09:00'],
  ['每日7:00和18:00', '07:00 18:00'],
  ['上午、下午', '12:00 18:00'],
  ['早晚', '09:00 22:00'],
  ['早8点、晚6点', '08:00 18:00'],
  ['8:00至11:30', '11:30'],
  ['9点-下午5点', '17:00'],
  ['25:00', null],
  ['12:75', null],
  ['月底', null],
  ['长期', null],
])('%s is %s on the clock', (text, time) => expect(clockTimesIn(text)).toEqual(time === null ? [] : time.split(' ')))

const weekday = (number: number, nth: number | null = null): DayRule => ({ kind: 'weekday', weekday: number, nth })
const monthDay = (day: number, of: 'year' | 'period' | null = null, number = 0): DayRule => ({
  kind: 'month-day',
  day,
  month: of && { of, number },
})

test.each<[string, readonly DayRule[]]>([
  ['周五 12:00前', [weekday(5)]],
  ['每周一、三、五', [weekday(1), weekday(3), weekday(5)]],
  ['每周一和周四', [weekday(1), weekday(4)]],
  ['周一至周五', [1, 2, 3, 4, 5].map(day => weekday(day))],
  ['星期天', [weekday(7)]],
  ['第一个周三', [weekday(3, 1)]],
  ['第二周周五', [weekday(5, 2)]],
  ['周末', [weekday(7)]],
  ['每周一次', []],
  ['25日前', [monthDay(25)]],
  ['二十五号', [monthDay(25)]],
  ['5日、20日', [monthDay(5), monthDay(20)]],
  ['每月5、20日前', [monthDay(5), monthDay(20)]],
  ['6月15日前', [monthDay(15, 'year', 6)]],
  ['6月、12月', [6, 12].map((number): DayRule => ({ kind: 'month-end', month: { of: 'year', number } }))],
  ['首月10日前', [monthDay(10, 'period', 1)]],
  ['每季度最后一个月25日前', [monthDay(25, 'period', 0)]],
  ['上旬', [monthDay(10)]],
  ['中旬', [monthDay(20)]],
  ['每季度末前10天', [{ kind: 'before-end', days: 10 }]],
  ['下一季度前10天内', [{ kind: 'from-start', day: 10 }]],
  ['月初', [{ kind: 'from-start', day: 5 }]],
  ['开学第一周', [{ kind: 'from-start', day: 7 }]],
  ['月底', []],
  ['每季度末', []],
  ['12:00', []],
  ['32日', []],
  ['', []],
])('%s names its days', (text, days) => expect(parseDueMoment(text).days).toEqual(days))

test('a limit is told from a plain day', () => {
  expect(['25日前', '月底', '10日内', '5日', '每周一'].map(text => parseDueMoment(text).isLimit)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

test('holidays are told from the days around them', () => {
  const read = ['每逢节假日', '节前', '节假日除外', '每个工作日'].map(parseDueMoment)
  expect(read.map(({ holidays }) => holidays)).toEqual(['during', 'before', null, null])
  expect(read.map(({ workingDaysOnly }) => workingDaysOnly)).toEqual([false, false, true, true])
})
