import { expect, test } from 'vitest'
import { dayWord, dueDayWords, dueInstantWords, pastWords } from './date-words.ts'
import { say, speak } from './i18n.ts'
import { uiWords } from './words.ts'

// 2026-05-14 is a Thursday.
const today = '2026-05-14'
const now = '2026-05-14T12:00:00+08:00'
const t = say(uiWords)

test.each([
  ['2026-05-13', '昨天'],
  ['2026-05-14', '今天'],
  ['2026-05-15', '明天'],
  ['2026-05-16', '后天'],
  ['2026-05-17', '周日'],
  ['2026-05-18', '下周一'],
  ['2026-05-24', '下周日'],
  ['2026-05-25', '5 月 25 日'],
  ['2026-05-11', '5 月 11 日'],
  ['2027-01-03', '2027 年 1 月 3 日'],
])('%s is called %s on a Thursday', (day, word) => {
  expect(dayWord(t, day, today)).toBe(word)
})

test('a limit on a day says how many days are left', () => {
  expect(dueDayWords(t, '2026-05-20', today)).toEqual({
    until: '下周三前',
    rest: '还有 6 天',
    exact: '2026-05-20 周三',
    tone: 'plain',
  })
})

test('a limit that has passed says by how much', () => {
  expect(dueDayWords(t, '2026-05-11', today)).toMatchObject({ until: '迟 3 天', rest: '5 月 11 日', tone: 'late' })
})

test('what has no limit says so', () => {
  expect(dueDayWords(t, null, today).until).toBe('未定期限')
})

test('a limit later today is said by the clock', () => {
  expect(dueInstantWords(t, '2026-05-14T18:00:00+08:00', now)).toMatchObject({ until: '18:00 前', rest: '还有 6 小时' })
})

test('a limit at noon tomorrow names the day and the hour', () => {
  expect(dueInstantWords(t, '2026-05-15T12:00:00+08:00', now)).toMatchObject({
    until: '明天 12:00 前',
    rest: '还有 1 天',
    tone: 'soon',
  })
})

test('a limit at the end of a day is said as the day', () => {
  expect(dueInstantWords(t, '2026-05-14T23:59:59+08:00', now).until).toBe('今天')
})

test('lateness on the same day is said in hours, before today in days', () => {
  expect(dueInstantWords(t, '2026-05-14T09:30:00+08:00', now).until).toBe('迟 2 小时')
  expect(dueInstantWords(t, '2026-05-13T18:00:00+08:00', now)).toMatchObject({ until: '迟 1 天', rest: '昨天 18:00' })
})

test('what has just happened is not given a clock time', () => {
  expect(pastWords(t, '2026-05-14T11:59:40+08:00', now)).toBe('刚刚')
  expect(pastWords(t, '2026-05-14T11:52:00+08:00', now)).toBe('8 分钟前')
  expect(pastWords(t, '2026-05-13T16:20:00+08:00', now)).toBe('昨天 16:20')
})

test('English counts one day as one day', () => {
  speak('en')
  expect(dueDayWords(t, '2026-05-15', today).rest).toBe('1 day left')
  expect(dueDayWords(t, '2026-05-20', today).rest).toBe('6 days left')
  expect(dueDayWords(t, '2026-05-16', today).until).toBe('by the day after tomorrow')
  expect(dueInstantWords(t, '2026-05-15T17:30:00+08:00', now).until).toBe('by tomorrow 17:30')
  speak('zh')
})
