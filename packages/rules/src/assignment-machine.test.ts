import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AssignmentEvent,
  type AssignmentWay,
  assignmentStates,
  isAssignmentDone,
  moveAssignment,
  newAssignment,
  nextAssignmentEvents,
} from './assignment-machine.ts'

const walk = (...events: AssignmentEvent[]): AssignmentWay =>
  events.reduce<AssignmentWay>((way, event) => {
    const moved = moveAssignment(way, event)
    return moved.ok ? moved.value : way
  }, newAssignment)

const submitted = walk({ kind: 'accept', by: 'wang' }, { kind: 'submit', by: 'wang' })

describe('an assignment', () => {
  test('goes from assigned to confirmed', () => {
    const done = walk(
      { kind: 'accept', by: 'wang' },
      { kind: 'progress', by: 'wang', progress: 40 },
      { kind: 'submit', by: 'wang' },
      { kind: 'return', by: 'li', reason: '缺名册' },
      { kind: 'submit', by: 'chen' },
      { kind: 'confirm', by: 'li' },
    )
    expect(done).toEqual({ state: 'confirmed', progress: 100, submittedBy: 'chen' })
    expect(isAssignmentDone(done.state)).toBe(true)
  })

  test('is not confirmed by the one who submitted it', () => {
    expect(moveAssignment(submitted, { kind: 'confirm', by: 'wang' })).toEqual({
      ok: false,
      refusal: 'confirmed-by-submitter',
    })
    expect(moveAssignment(submitted, { kind: 'confirm', by: 'li' }).ok).toBe(true)
  })

  test('may be submitted without being accepted first', () => {
    expect(walk({ kind: 'submit', by: 'wang' }).state).toBe('submitted')
  })

  test.each(['return', 'withdraw'] as const)('is not the object of %s without a reason', kind => {
    expect(moveAssignment(submitted, { kind, by: 'li', reason: ' ' })).toEqual({ ok: false, refusal: 'reason-missing' })
  })

  test('that was confirmed in error can be returned, and no longer withdrawn', () => {
    const confirmed = walk({ kind: 'submit', by: 'wang' }, { kind: 'confirm', by: 'li' })
    expect(nextAssignmentEvents(confirmed.state)).toEqual(['return'])
    expect(moveAssignment(confirmed, { kind: 'withdraw', by: 'li', reason: '不办了' }).ok).toBe(false)
  })

  test.each([-1, 101, 12.5, Number.NaN])('has no progress of %d percent', progress => {
    expect(moveAssignment(newAssignment, { kind: 'progress', by: 'wang', progress })).toEqual({
      ok: false,
      refusal: 'progress-out-of-range',
    })
  })

  test('once withdrawn goes nowhere', () => {
    expect(nextAssignmentEvents('withdrawn')).toEqual([])
  })
})

test('whatever happens, a confirmed assignment was submitted, and by somebody other than the one who confirmed', () => {
  const by = fc.constantFrom('wang', 'li', 'chen')
  const event: fc.Arbitrary<AssignmentEvent> = fc.oneof(
    fc.record({ kind: fc.constantFrom('accept' as const, 'submit' as const, 'confirm' as const), by }),
    fc.record({ kind: fc.constant('progress' as const), by, progress: fc.integer({ min: 0, max: 100 }) }),
    fc.record({
      kind: fc.constantFrom('return' as const, 'withdraw' as const),
      by,
      reason: fc.constantFrom('', '不全'),
    }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), events => {
      let way = newAssignment
      for (const next of events) {
        const moved = moveAssignment(way, next)
        const open = nextAssignmentEvents(way.state).includes(next.kind)
        expect(moved.ok || moved.refusal !== 'not-from-here').toBe(open)
        if (moved.ok && moved.value.state === 'confirmed') expect([null, next.by]).not.toContain(way.submittedBy)
        if (moved.ok) way = moved.value
        expect(assignmentStates).toContain(way.state)
      }
    }),
  )
})
