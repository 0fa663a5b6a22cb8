import { describe, expect, test } from 'vitest'
import { readDate } from './dates.ts'
import { readWindow, windowsIn } from './windows.ts'

const ends = (text: string, year: number | null = null) => {
  const w = readWindow(text, 0, year)
  return w && [w.start, w.end]
}

describe('DATE-1 a date is given with its year where the year is known, else as month and day', () => {
  test.each([
    ['2024年5月6日', ['2024-05-06', '2024-05-06']],
    ['2024.5.6', ['2024-05-06', '2024-05-06']],
    ['115年5月6日', ['2026-05-06', '2026-05-06']],
    ['2024-05-06', ['2024-05-06', '2024-05-06']],
    ['5月6日', ['05-06', '05-06']],
    ['五月六日', ['05-06', '05-06']],
    ['二〇二四年十二月三十一日', ['2024-12-31', '2024-12-31']],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected))
})

describe('DATE-2 a masked year is no year, and the year given from outside stands in for it', () => {
  test.each(['20xx年5月6日', '20__年5月6日', '20--年5月6日', '20**年5月6日'])('%s', text => {
    expect(ends(text)).toEqual(['05-06', '05-06'])
    expect(ends(text, 2026)).toEqual(['2026-05-06', '2026-05-06'])
  })
})

describe('DATE-3 thirds of a month, its end and the ends of the year are days', () => {
  test.each([
    ['3月上旬', ['03-01', '03-10']],
    ['3月中旬', ['03-11', '03-20']],
    ['2023年2月下旬', ['2023-02-21', '2023-02-28']],
    ['4月底', [null, '04-30']],
    ['年底', [null, '12-31']],
    ['上半年', ['01-01', '06-30']],
    ['第三季度', ['07-01', '09-30']],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected))
})

test('DATE-4 a month or a day out of the calendar is no date', () => {
  expect(readDate('13月1日', 0)).toBeNull()
  expect(readDate('5月32日', 0)).toBeNull()
})

describe('WINDOW-1 a range takes what its second date leaves out from its first', () => {
  test.each([
    ['4月20日至25日', ['04-20', '04-25']],
    ['4月至12月', ['04-01', '12-31']],
    ['2024年3月1日—4月15日', ['2024-03-01', '2024-04-15']],
    ['2024年12月20日至1月15日', ['2024-12-20', '2025-01-15']],
    ['20xx年4月13日-20xx年4月19日', ['04-13', '04-19']],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected))
})

describe('WINDOW-2 a limit has an end only, a beginning has a start only', () => {
  test.each([
    ['6月30日前', [null, '06-30']],
    ['2022年1月5日之前', [null, '2022-01-05']],
    ['即日起至6月底', [null, '06-30']],
    ['7月1日起', ['07-01', null]],
    ['1月15日至验收结束', ['01-15', null]],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected))
})

test('WINDOW-3 every window of a stretch is found once, from left to right', () => {
  const text = '先于3月1日至5日动员,再于4月底前整改,每季度末前报送。'
  expect(windowsIn(text, 0, text.length, null).map(w => w.text)).toEqual(['3月1日至5日', '4月底前'])
})

describe('WINDOW-4 the first of two months may leave out its sign, and 至月底 ends the month begun in', () => {
  test.each([
    ['10—11月', ['10-01', '11-30']],
    ['4至6月', ['04-01', '06-30']],
    ['6月21日至月底', ['06-21', '06-30']],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected))
})
