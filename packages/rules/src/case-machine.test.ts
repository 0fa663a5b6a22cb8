import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CaseEvent,
  type CaseWay,
  caseStates,
  isCaseOpen,
  moveCase,
  newCase,
  nextCaseEvents,
} from './case-machine.ts'

const walk = (...events: CaseEvent[]): CaseWay =>
  events.reduce<CaseWay>((way, event) => {
    const moved = moveCase(way, event)
    if (!moved.ok) throw new Error(`${event.kind}: ${moved.refusal}`)
    return moved.value
  }, newCase)

const refusal = (way: CaseWay, event: CaseEvent) => {
  const moved = moveCase(way, event)
  return moved.ok ? null : moved.refusal
}

const assign: CaseEvent = { kind: 'assign', by: 'li', unitPath: 'yunxi.linhe.binhe' }
const submit = (by: string): CaseEvent => ({ kind: 'submit', by })
const recheck = (by: string, passed: boolean): CaseEvent => ({
  kind: 'recheck',
  by,
  passed,
  reason: passed ? '' : '仍有杂物',
})

describe('a case', () => {
  test('goes from found to closed, with one return', () => {
    const closed = walk(
      assign,
      { kind: 'accept', by: 'wang' },
      { kind: 'start', by: 'wang' },
      submit('wang'),
      recheck('zhou', false),
      submit('chen'),
      recheck('zhou', true),
      { kind: 'close', by: 'li' },
    )
    expect(closed).toMatchObject({ state: 'closed', returned: 1, rectifiedBy: ['wang', 'chen'] })
    expect(isCaseOpen(closed.state)).toBe(false)
  })

  test('is not rechecked or closed by anyone who rectified it', () => {
    expect(refusal(walk(assign, submit('wang')), recheck('wang', true))).toBe('rechecked-by-rectifier')
    const rechecked = walk(assign, submit('wang'), recheck('zhou', false), submit('chen'), recheck('zhou', true))
    expect(refusal(rechecked, { kind: 'close', by: 'wang' })).toBe('closed-by-rectifier')
    expect(refusal(rechecked, { kind: 'close', by: 'chen' })).toBe('closed-by-rectifier')
  })

  test('is not closed before somebody has looked again', () => {
    expect(refusal(walk(assign, submit('wang')), { kind: 'close', by: 'li' })).toBe('not-from-here')
  })

  test('refused by a unit goes back to be assigned to another', () => {
    const refused = walk(assign, { kind: 'refuse', by: 'wang', reason: '不在辖区' })
    expect(refused).toMatchObject({ state: 'refused', unitPath: null })
    expect(nextCaseEvents('refused')).toContain('assign')
  })

  test.each<[string, CaseWay, CaseEvent]>([
    ['refused', walk(assign), { kind: 'refuse', by: 'wang', reason: '' }],
    ['dismissed', newCase, { kind: 'dismiss', by: 'li', reason: ' ' }],
    ['sent back', walk(assign, submit('wang')), { kind: 'recheck', by: 'zhou', passed: false, reason: '' }],
  ])('is not %s without a reason', (_, way, event) => expect(refusal(way, event)).toBe('reason-missing'))

  test('merged into another leads there and goes no further', () => {
    const merged = walk(assign, { kind: 'merge', by: 'li', into: 'c1' })
    expect(merged).toMatchObject({ state: 'merged', mergedInto: 'c1' })
    expect(nextCaseEvents('merged')).toEqual([])
  })

  test('is listed once, and stays where it is on its way', () => {
    const listed = walk(assign, { kind: 'list', by: 'zhao' })
    expect(listed).toMatchObject({ state: 'assigned', listed: true })
    expect(refusal(listed, { kind: 'list', by: 'zhao' })).toBe('already-listed')
  })

  test('that comes back while the unit is not to know waits with the office', () => {
    const closed = walk(assign, submit('wang'), recheck('zhou', true), { kind: 'close', by: 'li' })
    expect(moveCase(closed, { kind: 'relapse', unitPath: null })).toMatchObject({
      ok: true,
      value: { state: 'found', unitPath: null, relapses: 1 },
    })
  })

  test('that comes back keeps its unit and counts the relapse', () => {
    const closed = walk(assign, submit('wang'), recheck('zhou', true), { kind: 'close', by: 'li' })
    const back = moveCase(closed, { kind: 'relapse', unitPath: 'yunxi.linhe.binhe' })
    expect(back).toMatchObject({
      ok: true,
      value: { state: 'assigned', unitPath: 'yunxi.linhe.binhe', relapses: 1, rectifiedBy: [] },
    })
  })
})

test('whatever happens, a case is closed only by somebody who did not mend it, after somebody who did not mend it looked', () => {
  const by = fc.constantFrom('wang', 'li', 'zhou')
  const reason = fc.constantFrom('', '不全')
  const event: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('accept' as const, 'start' as const, 'submit' as const, 'close' as const, 'list' as const),
      by,
    }),
    fc.record({ kind: fc.constant('assign' as const), by, unitPath: fc.constant('yunxi') }),
    fc.record({ kind: fc.constantFrom('refuse' as const, 'dismiss' as const), by, reason }),
    fc.record({ kind: fc.constant('recheck' as const), by, passed: fc.boolean(), reason }),
    fc.record({ kind: fc.constant('relapse' as const), unitPath: fc.constantFrom('yunxi', null) }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), events => {
      let [way, looked] = [newCase, false]
      const rectifiers = new Set<string>()
      for (const next of events) {
        const moved = moveCase(way, next)
        expect(moved.ok || moved.refusal !== 'not-from-here').toBe(nextCaseEvents(way.state).includes(next.kind))
        if (!moved.ok) continue
        if (next.kind === 'relapse') rectifiers.clear()
        if (next.kind === 'submit') rectifiers.add(next.by)
        if (next.kind === 'recheck') {
          expect(rectifiers.has(next.by)).toBe(false)
          looked = next.passed
        }
        if (next.kind === 'close') expect([looked, rectifiers.has(next.by)]).toEqual([true, false])
        way = moved.value
        expect(caseStates).toContain(way.state)
      }
    }),
  )
})
