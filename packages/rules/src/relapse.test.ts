import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongingOf, type CaseThere } from './relapse.ts'

const at = (text: string): string => `${text}:00+08:00`

const closed = { id: 'c1', closedAt: at('2026-03-01T10:00') }
const later = { id: 'c2', closedAt: at('2026-06-10T10:00') }
const open = { id: 'c3', closedAt: null }
const relapse = { kind: 'relapse', id: 'c1' }
const seenAgain = { kind: 'seen-again', id: 'c1' }

describe('a finding', () => {
  test('within ninety days of the closing brings the case back', () => {
    expect(belongingOf(at('2026-05-30T23:00'), [closed])).toEqual(relapse)
    expect(belongingOf(at('2026-05-31T00:10'), [closed])).toEqual({ kind: 'new' })
    expect(belongingOf(at('2026-05-30T23:00'), [])).toEqual({ kind: 'new' })
  })

  test('seen before the closing belongs to what was mended since, also on the same day', () => {
    expect(belongingOf(at('2026-03-01T09:59'), [closed])).toEqual(seenAgain)
    expect(belongingOf(at('2026-03-01T10:00'), [closed])).toEqual(seenAgain)
    expect(belongingOf(at('2026-03-01T10:01'), [closed])).toEqual(relapse)
    expect(belongingOf(at('2026-02-01T00:00'), [closed])).toEqual(seenAgain)
  })

  test('of several belongs to the one that was closed next after it, then to the open one, then to the last', () => {
    expect(belongingOf(at('2026-02-01T00:00'), [open, later, closed])).toEqual(seenAgain)
    expect(belongingOf(at('2026-05-01T00:00'), [open, later, closed])).toEqual({ kind: 'seen-again', id: 'c2' })
    expect(belongingOf(at('2026-06-11T00:00'), [open, later, closed])).toEqual({ kind: 'seen-again', id: 'c3' })
    expect(belongingOf(at('2026-06-11T00:00'), [later, closed])).toEqual({ kind: 'relapse', id: 'c2' })
  })
})

/** What one case becomes when findings are told after its closing: those that bring it back leave it open. */
const told = (minutes: readonly number[]): string => {
  let there: CaseThere = closed
  for (const minute of minutes) {
    const seenAt = new Date(Date.parse(closed.closedAt) + minute * 60_000)
    if (belongingOf(seenAt, [there]).kind === 'relapse') there = { id: closed.id, closedAt: null }
  }
  return there.closedAt === null ? 'open' : 'closed'
}

test('in whatever order findings are told, the case comes back if one of them was seen after the closing', () => {
  const minutes = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 })
  const orders = minutes.chain(of => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length })))
  fc.assert(
    fc.property(orders, ([one, other]) => {
      expect(told(other)).toBe(told(one))
      expect(told(one)).toBe(one.some(minute => minute > 0) ? 'open' : 'closed')
    }),
  )
})
