import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broughtForward, type CaseTurn, isMissed, turnAgain } from './case-turn.ts'
import { millisecondsOf } from './local-time.ts'
import { addDays } from './plain-date.ts'
import { type DayOverride, nationalCalendar, workingCalendar } from './working-calendar.ts'

const at = (text: string): string => `${text}:00+08:00`

const turn: CaseTurn = {
  assignedAt: at('2026-05-18T10:00'),
  dueAt: at('2026-05-21T17:30'),
  level: 'community',
  levelSince: at('2026-05-18T10:00'),
  escalatedAt: null,
}

describe('a unit that gets a case again', () => {
  test('goes on with the time it had left', () => {
    const again = turnAgain({ ...turn, leftAt: at('2026-05-19T09:00') }, at('2026-05-20T09:00'), nationalCalendar)
    expect(again).toMatchObject({ assignedAt: at('2026-05-19T10:00'), dueAt: at('2026-05-22T17:30') })
  })

  test('and has no deadline on a day of rest where it had none on one', () => {
    const again = turnAgain({ ...turn, leftAt: at('2026-05-19T09:00') }, at('2026-05-21T09:00'), nationalCalendar)
    expect(again.dueAt).toBe(at('2026-05-25T17:30'))
  })

  test('is as late and as high as it was when it let its time pass', () => {
    const late = { ...turn, level: 'county', escalatedAt: at('2026-06-08T10:00') } as const
    expect(turnAgain({ ...late, leftAt: at('2026-06-10T09:00') }, at('2026-07-01T09:00'), nationalCalendar)).toEqual(
      late,
    )
  })

  test('however often it is sent to and fro, has no more time in hand than at first', () => {
    const days = Array.from({ length: 500 }, (_, day) => addDays('2026-05-01', day))
    // No day of rest lengthens it.
    const always = workingCalendar(days.map((date): DayOverride => ({ date, kind: 'work', name: '' })))
    const minutes = fc.integer({ min: 1, max: 40_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(minutes, minutes), { maxLength: 6 }), spells => {
        const first = millisecondsOf(turn.dueAt) - millisecondsOf(turn.assignedAt)
        let [now, held, used] = [millisecondsOf(turn.assignedAt), turn, 0]
        for (const [kept, away] of spells) {
          const leftAt = new Date(now + kept * 60_000)
          used += kept * 60_000
          now = leftAt.getTime() + away * 60_000
          const missed = isMissed({ dueAt: held.dueAt, leftAt })
          expect(missed).toBe(used > first)
          held = turnAgain({ ...held, leftAt }, new Date(now), always)
          if (missed) expect(millisecondsOf(held.dueAt)).toBeLessThan(now)
          else expect(millisecondsOf(held.dueAt) - now).toBe(first - used)
          if (missed) break
        }
      }),
    )
  })
})

describe('a day that an office names for what a unit has already', () => {
  const now = at('2026-05-19T09:00')
  test.each([
    ['earlier', '2026-05-20', '2026-05-20T23:59:59+08:00'],
    ['the same', '2026-05-21', at('2026-05-21T17:30')],
    ['later', '2026-05-22', null],
  ])('%s', (_, dueOn, due) => {
    const named = broughtForward(turn.dueAt, dueOn, now)
    expect(named.ok ? named.value : null).toBe(due)
  })

  test('makes nothing timely of what has run out', () => {
    expect(broughtForward(turn.dueAt, '2026-06-30', at('2026-05-22T09:00'))).toEqual({
      ok: true,
      value: at('2026-05-21T17:30'),
    })
  })
})
