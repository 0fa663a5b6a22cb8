import { describe, expect, test } from 'vitest'
import type { WallChart } from './shapes.ts'
import { wallPages } from './wall-pages.ts'

const chart = (units: number): WallChart => ({
  from: '2026-03-02',
  to: '2026-05-31',
  today: '2026-03-16',
  phases: [],
  milestones: [],
  rows: Array.from({ length: units }, (_, index) => ({
    unit: { id: `u${index}`, name: `单位${index}`, kind: 'community' },
    bars: [
      {
        assignmentId: `a${index}`,
        text: '清理',
        from: '2026-03-02',
        to: '2026-03-20',
        state: 'assigned',
        late: false,
      },
    ],
  })),
})

describe('the wall chart on pages', () => {
  test('it takes the whole width', () => {
    const [page] = wallPages(chart(1), { width: 1400, height: 500 })
    expect(page?.width).toBeCloseTo(1400, 6)
  })

  test('every unit is on one page, none is cut, and no page is fuller than its room', () => {
    const pages = wallPages(chart(30), { width: 1400, height: 300 })
    expect(pages.flatMap(({ rows }) => rows.map(({ unit }) => unit.id))).toHaveLength(30)
    for (const page of pages) expect(page.height).toBeLessThanOrEqual(300)
  })

  test('each page begins at its top, bars with their rows', () => {
    const second = wallPages(chart(30), { width: 1400, height: 300 })[1]
    expect(second?.rows[0]?.y).toBe(0)
    expect(second?.rows[0]?.bars[0]?.y).toBe(7)
  })

  test('a unit taller than the room has a page of its own', () => {
    expect(wallPages(chart(2), { width: 1400, height: 10 })).toHaveLength(2)
  })

  test('without units there is still a page', () => {
    expect(wallPages(chart(0), { width: 1400, height: 300 })).toHaveLength(1)
  })
})
