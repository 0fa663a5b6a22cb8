import { describe, expect, test } from 'vitest'
import { stripOf } from './strip.ts'

const phase = (id: string, startsOn: string | null, endsOn: string | null) => ({
  id,
  name: id,
  startsOn,
  endsOn,
  span: null,
})
const three = [
  phase('a', '2026-03-01', '2026-03-30'),
  phase('b', '2026-04-01', '2026-05-30'),
  phase('c', '2026-06-01', '2026-06-10'),
]

describe('the strip of phases', () => {
  test('a phase is as wide as it is long, and a short one wide enough to read', () => {
    expect(stripOf(three, [], '2026-04-10').phases.map(({ share }) => share)).toEqual([30, 60, 12])
  })

  test('what is over, what goes on and what is ahead', () => {
    expect(stripOf(three, [], '2026-04-10').phases.map(({ time }) => time)).toEqual(['past', 'now', 'ahead'])
  })

  test('today lies within its phase', () => {
    const { today } = stripOf(three, [], '2026-04-30')
    expect(today).toBeCloseTo((30 + 29.5) / 102, 6)
  })

  test('a day between two phases is on no strip', () => {
    expect(stripOf(three, [], '2026-03-31').today).toBeNull()
  })

  test('a milestone outside every phase is left out', () => {
    const milestone = (id: string, on: string) => ({ id, text: id, on, countdown: false, span: null })
    const { milestones } = stripOf(three, [milestone('in', '2026-03-10'), milestone('out', '2027-01-01')], '2026-03-01')
    expect(milestones.map(({ id }) => id)).toEqual(['in'])
  })

  test('a phase without dates keeps a place', () => {
    expect(stripOf([phase('x', null, null)], [], '2026-03-01').phases[0]).toMatchObject({ share: 12, time: 'ahead' })
  })
})
