import { describe, expect, test } from 'vitest'
import {
  isLateRecord,
  isMissed,
  moveOccurrence,
  newOccurrence,
  nextOccurrenceEvents,
  type OccurrenceEvent,
  type OccurrenceWay,
} from './occurrence-machine.ts'

const walk = (...events: OccurrenceEvent[]): OccurrenceWay =>
  events.reduce<OccurrenceWay>((way, event) => {
    const moved = moveOccurrence(way, event)
    if (!moved.ok) throw new Error(`${event.kind}: ${moved.refusal}`)
    return moved.value
  }, newOccurrence)

const record: OccurrenceEvent = { kind: 'record', by: 'wang', late: false }
const lateRecord: OccurrenceEvent = { kind: 'record', by: 'wang', late: true }

describe('an occurrence', () => {
  test('is recorded, and may be confirmed by somebody else', () => {
    expect(walk(record)).toEqual({ state: 'recorded', recordedBy: 'wang', late: false, missed: false })
    expect(walk(record, { kind: 'confirm', by: 'li' }).state).toBe('confirmed')
    expect(moveOccurrence(walk(record), { kind: 'confirm', by: 'wang' })).toEqual({
      ok: false,
      refusal: 'confirmed-by-recorder',
    })
  })

  test('that was missed stays on record as missed when it is done after all', () => {
    expect(walk({ kind: 'miss' }, lateRecord)).toEqual({
      state: 'recorded',
      recordedBy: 'wang',
      late: true,
      missed: true,
    })
  })

  test('that was done in time and told after it had been missed was never missed', () => {
    expect(walk({ kind: 'miss' }, record)).toMatchObject({ state: 'recorded', late: false, missed: false })
    const excused = walk({ kind: 'miss' }, { kind: 'excuse', by: 'li', reason: '台风停工' })
    expect(moveOccurrence(excused, record)).toMatchObject({ ok: true, value: { late: false, missed: false } })
    expect(moveOccurrence(excused, lateRecord)).toEqual({ ok: false, refusal: 'not-from-here' })
  })

  test('that was missed may be excused, and stays on record as missed', () => {
    expect(walk({ kind: 'miss' }, { kind: 'excuse', by: 'li', reason: '台风停工' })).toMatchObject({
      state: 'excused',
      missed: true,
    })
  })

  test('returned and mended keeps the punctuality of its first record', () => {
    expect(walk(record, { kind: 'return', by: 'li', reason: '看不清' }, lateRecord).late).toBe(false)
    expect(walk(lateRecord, { kind: 'return', by: 'li', reason: '看不清' }, lateRecord).late).toBe(true)
    // What comes after the return was done before the first: a phone out of reach tells it.
    expect(walk(lateRecord, { kind: 'return', by: 'li', reason: '看不清' }, record).late).toBe(false)
  })

  test('is not returned or excused without a reason', () => {
    expect(moveOccurrence(walk(record), { kind: 'return', by: 'li', reason: ' ' })).toEqual({
      ok: false,
      refusal: 'reason-missing',
    })
    expect(moveOccurrence(walk({ kind: 'miss' }), { kind: 'excuse', by: 'li', reason: '' })).toEqual({
      ok: false,
      refusal: 'reason-missing',
    })
  })

  test('is missed only while nothing was recorded', () => {
    expect(moveOccurrence(walk(record), { kind: 'miss' })).toEqual({ ok: false, refusal: 'not-from-here' })
    expect(nextOccurrenceEvents('due')).toEqual(['record', 'miss'])
    expect(nextOccurrenceEvents('excused')).toEqual([])
  })
})

describe('silence', () => {
  const due = '2026-05-15T12:00:00+08:00'

  test('is a miss only after the hours of grace', () => {
    expect(isMissed(newOccurrence, due, '2026-05-15T16:00:00Z')).toBe(false)
    expect(isMissed(newOccurrence, due, '2026-05-15T16:00:01Z')).toBe(true)
    expect(isMissed(newOccurrence, due, '2026-05-15T04:00:01Z', 0)).toBe(true)
    expect(isMissed(walk(record), due, '2026-06-15T00:00:00Z')).toBe(false)
  })

  test('broken within the grace is a late record', () => {
    expect(isLateRecord(due, '2026-05-15T12:00:00+08:00')).toBe(false)
    expect(isLateRecord(due, '2026-05-15T12:00:01+08:00')).toBe(true)
  })
})
