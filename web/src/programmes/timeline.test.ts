import { addDays, daysBetween } from '@luoshi/rules/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barLanes } from './bar-lanes.ts'
import { dayTicks, evenWindow, lowerTicks, monthTicks, thirdTicks, weekTicks, xOf } from './timeline.ts'

const anyWindow = fc.tuple(fc.nat(900), fc.nat(400)).map(([start, length]) => {
  const from = addDays('2025-11-03', start)
  return { from, to: addDays(from, length) }
})

describe('the ruler of the wall chart', () => {
  test('a month is one stretch, cut where the window begins and ends', () => {
    expect(monthTicks('2026-03-30', '2026-05-02')).toEqual([
      { from: '2026-03-30', days: 2 },
      { from: '2026-04-01', days: 30 },
      { from: '2026-05-01', days: 2 },
    ])
  })

  test('weeks begin on Monday', () => {
    expect(weekTicks('2026-03-05', '2026-03-16').map(({ from }) => from)).toEqual([
      '2026-03-05',
      '2026-03-09',
      '2026-03-16',
    ])
  })

  test('the last third of a month is as long as the month leaves it', () => {
    expect(thirdTicks('2026-02-01', '2026-02-28').map(({ days }) => days)).toEqual([10, 10, 8])
  })

  test('stretches fill the window without gap, at every zoom', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        ({ from, to }, zoom) => {
          for (const ticks of [monthTicks(from, to), lowerTicks(zoom, from, to)]) {
            expect(ticks[0]?.from).toBe(from)
            expect(ticks.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(from, to) + 1)
          }
        },
      ),
    )
  })

  test('the window drawn holds all there is to draw', () => {
    expect(evenWindow('2026-03-05', '2026-03-18', 'week')).toEqual({ from: '2026-03-02', to: '2026-03-22' })
    expect(evenWindow('2026-03-05', '2026-04-18', 'month')).toEqual({ from: '2026-03-01', to: '2026-04-30' })
  })

  test('a day lies as many widths from the edge as days are between', () => {
    expect(xOf('2026-03-01', '2026-03-11', 12)).toBe(120)
    expect(dayTicks('2026-03-01', '2026-03-03')).toHaveLength(3)
  })
})

describe('bars of a row', () => {
  test('bars that follow each other share a line', () => {
    const { lanes, count } = barLanes(
      [
        { id: 'a', left: 0, right: 50 },
        { id: 'b', left: 60, right: 90 },
        { id: 'c', left: 40, right: 70 },
      ],
      4,
    )
    expect([lanes.get('a'), lanes.get('b'), lanes.get('c'), count]).toEqual([0, 0, 1, 2])
  })

  test('no two bars on a line touch', () => {
    const bars = fc
      .array(fc.tuple(fc.nat(500), fc.integer({ min: 4, max: 200 })), { maxLength: 30 })
      .map(list => list.map(([left, width], index) => ({ id: `${index}`, left, right: left + width })))
    fc.assert(
      fc.property(bars, list => {
        const { lanes } = barLanes(list, 4)
        for (const one of list)
          for (const other of list)
            if (one.id < other.id && lanes.get(one.id) === lanes.get(other.id))
              expect(one.right + 4 <= other.left || other.right + 4 <= one.left).toBe(true)
      }),
    )
  })
})
