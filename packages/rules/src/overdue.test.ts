import { describe, expect, test } from 'vitest'
import { dueWords } from './due-words.ts'
import { daysLate, timelinessOf } from './overdue.ts'

const now = '2026-05-20T12:00:00+08:00' // a Wednesday
const at = (text: string): string => `${text}+08:00`

describe('against the clock', () => {
  test.each([
    ['2026-05-20T11:59:59', 'late'],
    ['2026-05-20T12:00:00', 'today'],
    ['2026-05-20T23:59:59', 'today'],
    ['2026-05-21T00:00:00', 'soon'],
    ['2026-05-23T23:59:59', 'soon'],
    ['2026-05-24T00:00:00', 'ahead'],
  ])('what is due at %s is %s', (due, timeliness) => {
    expect(timelinessOf({ dueAt: at(due), doneAt: null }, now)).toBe(timeliness)
  })

  test('what was done is done, late or not, whatever the clock says now', () => {
    const dueAt = at('2026-05-18T18:00:00')
    expect(timelinessOf({ dueAt, doneAt: at('2026-05-18T18:00:00') }, now)).toBe('done')
    expect(timelinessOf({ dueAt, doneAt: at('2026-05-18T18:00:01') }, now)).toBe('done-late')
    expect(timelinessOf({ dueAt: null, doneAt: now }, now)).toBe('done')
  })

  test('what has no date is never late', () => {
    expect(timelinessOf({ dueAt: null, doneAt: null }, now)).toBe('undated')
  })

  test('a day late begins with the first second', () => {
    expect(
      ['2026-05-20T12:00:00', '2026-05-20T11:59:59', '2026-05-19T11:59:59'].map(due => daysLate(at(due), now)),
    ).toEqual([0, 1, 2])
  })
})

describe('in words', () => {
  test.each([
    ['2026-05-20T18:00:00', '今天 18:00 前,还有 6 小时', 'today by 18:00, 6 hours left'],
    ['2026-05-20T12:40:00', '今天 12:40 前,还有 40 分钟', 'today by 12:40, 40 minutes left'],
    ['2026-05-20T23:59:59', '今天内', 'by the end of today'],
    ['2026-05-21T23:59:59', '明天', 'tomorrow'],
    ['2026-05-21T12:00:00', '明天 12:00 前', 'tomorrow by 12:00'],
    ['2026-05-22T12:00:00', '周五 12:00 前,还有 2 天', 'Friday by 12:00, 2 days left'],
    ['2026-05-24T23:59:59', '周日,还有 4 天', 'Sunday, 4 days left'],
    ['2026-05-25T23:59:59', '下周一,还有 5 天', 'next Monday, 5 days left'],
    ['2026-06-05T23:59:59', '6月5日,还有 16 天', '5 Jun, 16 days left'],
    ['2027-01-05T12:00:00', '2027年1月5日 12:00 前,还有 230 天', '5 Jan 2027 by 12:00, 230 days left'],
    ['2026-05-20T09:00:00', '迟 3 小时', '3 hours late'],
    ['2026-05-20T11:59:59', '迟 1 分钟', '1 minute late'],
    ['2026-05-19T23:59:59', '迟 1 天', '1 day late'],
    ['2026-05-17T23:59:59', '迟 3 天', '3 days late'],
  ])('%s', (due, zh, en) => {
    expect([dueWords(at(due), now, 'zh'), dueWords(at(due), now, 'en')]).toEqual([zh, en])
  })
})
