import { describe, expect, test } from 'vitest'
import { say } from '../ui/i18n.ts'
import { someItem } from './item.testing.ts'
import { everyWords, factsOf, headlineOf, moneyWords, wholeOf, windowWords } from './item-words.ts'
import { reviewWords } from './words.ts'

const t = say(reviewWords)

describe('an item in words', () => {
  test('an indicator says its target', () => {
    const item = someItem({ kind: 'indicator', content: { subject: '亮灯率', op: '>=', value: 98, unit: '%' } })
    expect(headlineOf(item, t)).toBe('亮灯率 ≥ 98%')
  })

  test('a masked number is called masked', () => {
    const item = someItem({ kind: 'indicator', content: { subject: '覆盖率', op: '>=', value: null, unit: '%' } })
    expect(headlineOf(item, t)).toContain('数字被遮住')
  })

  test('a task without a date says that none is stated', () => {
    expect(factsOf(someItem(), t)).toEqual([{ label: '期限', value: '未写明', missing: true }])
  })

  test('a window with one end only is a beginning or a limit', () => {
    expect(windowWords({ text: '', start: null, end: '2026-05-20' }, t)).toBe('2026-05-20 前')
    expect(windowWords({ text: '', start: '2026-05-01', end: null }, t)).toBe('2026-05-01 起')
  })

  test('a cadence says how often and when', () => {
    expect(everyWords({ per: 'week', times: 2, at: '周五 12:00前' }, t)).toBe('每周 2 次 · 周五 12:00前')
    expect(everyWords({ per: 'day', times: null, at: null }, t)).toBe('每天')
  })

  test('money is said in ten thousands where it is round', () => {
    expect(moneyWords(290_000, t)).toBe('29 万元')
    expect(moneyWords(1280.5, t)).toBe('1,280.5 元')
  })

  test('the whole of a task names its parties', () => {
    const item = someItem({
      content: { text: '清理堆物', lead: ['城管科'], responsible: ['各社区'], support: [], due: null, section: '' },
    })
    expect(wholeOf(item, t)).toBe('清理堆物 · 牵头 城管科 · 责任 各社区 · 期限 未写明')
  })
})
