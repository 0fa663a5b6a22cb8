import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseEvent, type CaseWay, isCaseOpen, moveCase, newCase } from './case-machine.ts'
import { mergeCases } from './case-merging.ts'

const inHand: CaseWay = { ...newCase, state: 'in-hand', unitPath: 'yunxi.linhe' }
const merge = (by: string): CaseEvent & { readonly kind: 'merge' } => ({ kind: 'merge', by, into: 'c2' })

describe('merging', () => {
  test('whoever mended what is merged has mended the other from then on', () => {
    const merged = mergeCases({ ...inHand, rectifiedBy: ['wang'] }, { ...inHand, rectifiedBy: ['chen'] }, merge('li'))
    expect(merged).toMatchObject({
      ok: true,
      value: { merged: { state: 'merged', mergedInto: 'c2' }, target: { rectifiedBy: ['chen', 'wang'] } },
    })
  })

  test('is not for who mended either of the two', () => {
    const mended = { ...inHand, rectifiedBy: ['wang'] }
    for (const [one, other] of [
      [mended, inHand],
      [inHand, mended],
    ] as const)
      expect(mergeCases(one, other, merge('wang'))).toEqual({ ok: false, refusal: 'merged-by-rectifier' })
  })

  test.each(['submitted', 'rechecked', 'closed', 'dismissed'] as const)(
    'does not bring another into what is %s',
    state => {
      expect(mergeCases(inHand, { ...inHand, state }, merge('li'))).toEqual({ ok: false, refusal: 'target-not-open' })
    },
  )
})

type Deed = { readonly on: number; readonly into: number; readonly event: CaseEvent }

const by = fc.constantFrom('wang', 'li', 'zhou')
const reason = fc.constantFrom('不全', '')
const event: fc.Arbitrary<CaseEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('accept' as const, 'submit' as const, 'close' as const), by }),
  fc.record({ kind: fc.constant('assign' as const), by, unitPath: fc.constantFrom('yunxi.a', 'yunxi.b') }),
  fc.record({ kind: fc.constantFrom('refuse' as const, 'dismiss' as const), by, reason }),
  fc.record({ kind: fc.constant('recheck' as const), by, passed: fc.boolean(), reason }),
  fc.record({ kind: fc.constant('merge' as const), by, into: fc.constant('') }),
  fc.record({ kind: fc.constant('relapse' as const), unitPath: fc.constantFrom('yunxi.a', null) }),
)
const deed: fc.Arbitrary<Deed> = fc.record({ on: fc.nat(2), into: fc.nat(2), event })

/** A case with everybody who mended it or what was merged into it, counted apart from the machine. */
type Kept = { readonly way: CaseWay; readonly mended: ReadonlySet<string> }

const mendedAfter = (mended: ReadonlySet<string>, next: CaseEvent): ReadonlySet<string> => {
  if (next.kind === 'relapse') return new Set()
  return next.kind === 'submit' ? new Set([...mended, next.by]) : mended
}

const step = (all: readonly Kept[], { on, into, event: next }: Deed): readonly Kept[] => {
  const [one, other] = [all[on], all[into]] as [Kept, Kept] // three there are
  if (next.kind === 'merge') {
    const merged = on === into ? null : mergeCases(one.way, other.way, next)
    if (!merged?.ok) return all
    expect([one.mended.has(next.by), other.mended.has(next.by)]).toEqual([false, false])
    const target = { way: merged.value.target, mended: new Set([...other.mended, ...one.mended]) }
    return all.map((kept, index) =>
      index === on ? { ...one, way: merged.value.merged } : index === into ? target : kept,
    )
  }
  const moved = moveCase(one.way, next)
  if (!moved.ok) return all
  if (isCaseOpen(one.way.state) && !isCaseOpen(moved.value.state)) {
    expect('by' in next && one.mended.has(next.by)).toBe(false)
    if (next.kind === 'dismiss') expect(one.mended.size).toBe(0)
  }
  return all.map((kept, index) => (index === on ? { way: moved.value, mended: mendedAfter(one.mended, next) } : kept))
}

test('whatever is done to three cases, whoever ends one mended neither it nor anything that was merged into it', () => {
  const fresh: Kept = { way: newCase, mended: new Set() }
  const begun: Kept = { way: inHand, mended: new Set() }
  let ended = 0
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), deeds => {
      const last = deeds.reduce<readonly Kept[]>(step, [fresh, begun, begun])
      ended += last.filter(({ way }) => way.state === 'closed' || way.state === 'merged').length
      for (const { way, mended } of last) expect(new Set(way.rectifiedBy)).toEqual(mended)
    }),
    { numRuns: 500 },
  )
  expect(ended).toBeGreaterThan(20)
})
