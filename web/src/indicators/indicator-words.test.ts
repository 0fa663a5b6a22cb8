import type { Indicator } from '@luoshi/contract/indicators'
import { describe, expect, test } from 'vitest'
import { latestReading, targetWords, valueWords } from './indicator-words.ts'

const reading = (on: string, value: number, unit: Indicator['measurements'][number]['unit'] = null) => ({
  id: on + value,
  on,
  value,
  numerator: null,
  denominator: null,
  unit,
  note: null,
  by: { id: 'p', name: '林晓岚' },
})
const indicator: Indicator = {
  id: 'i',
  programmeId: 'p',
  subject: '亮灯率',
  op: '>=',
  target: 98,
  unit: '%',
  status: 'unknown',
  interval: null,
  measurements: [
    reading('2026-03-09', 96),
    reading('2026-03-02', 91),
    reading('2026-03-11', 50, { id: 'u', name: '滨河社区', kind: 'community' }),
  ],
  source: null,
  recorded: [],
  span: null,
  actions: [],
}

describe('an indicator in words', () => {
  test('its target is said with its sign', () => {
    expect(targetWords(indicator)).toBe('≥ 98%')
    expect(targetWords({ ...indicator, target: null })).toBeNull()
  })

  test('a percent sign stands close, another unit apart', () => {
    expect([valueWords(66.6667, '%'), valueWords(3, '处'), valueWords(1200, '')]).toEqual(['66.67%', '3 处', '1,200'])
  })

  test('the latest reading is that of the whole, not that of one unit', () => {
    expect(latestReading(indicator)?.value).toBe(96)
  })

  test('where the record is its source, what was read by hand is not its latest', () => {
    const source = {
      measure: 'conforming',
      pointType: null,
      criterionId: null,
      categoryId: null,
      windowDays: 30,
    } as const
    const recorded = [
      { on: '2026-02-01', numerator: 3, denominator: 4 },
      { on: '2026-03-03', numerator: 9, denominator: 10 },
    ]
    expect(latestReading({ ...indicator, source, recorded })).toMatchObject({
      on: '2026-03-03',
      value: 90,
      denominator: 10,
    })
    expect(latestReading({ ...indicator, source, recorded: [] })).toBeNull()
  })
})
