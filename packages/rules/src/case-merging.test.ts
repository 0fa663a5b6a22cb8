import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseEvent, type CaseWay, isCaseOpen, moveCase, newCase, nextCaseEvents } from './case-machine.ts'
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

/** Somebody does one of the things that come next. */
type Deed = {
  readonly on: number
  readonly into: number
  readonly pick: number
  readonly by: string
  readonly passed: boolean
  readonly unitPath: string
}

const deed: fc.Arbitrary<Deed> = fc.record({
  on: fc.nat(2),
  into: fc.nat(2),
  pick: fc.nat(100),
  by: fc.constantFrom('wang', 'li', 'zhou'),
  passed: fc.boolean(),
  unitPath: fc.constantFrom('yunxi.a', 'yunxi.b'),
})

const eventOf = ({ pick, by, passed, unitPath }: Deed, { state }: CaseWay): CaseEvent | null => {
  const kinds = nextCaseEvents(state).filter(kind => kind !== 'withdraw')
  const kind = kinds[pick % Math.max(1, kinds.length)]
  if (kind === undefined) return null
  switch (kind) {
    case 'relapse':
      return { kind, unitPath }
    case 'assign':
      return { kind, by, unitPath }
    case 'refuse':
    case 'dismiss':
      return { kind, by, reason: '不属实' }
    case 'recheck':
      return { kind, by, passed, reason: '不全' }
    case 'merge':
      return { kind, by, into: 'other' }
    default:
      return { kind, by }
  }
}

/** A case with everybody who mended it or what was merged into it, counted apart from the machine. */
type Kept = { readonly way: CaseWay; readonly mended: ReadonlySet<string> }

const mendedAfter = (mended: ReadonlySet<string>, next: CaseEvent): ReadonlySet<string> => {
  if (next.kind === 'relapse') return new Set()
  return next.kind === 'submit' ? new Set([...mended, next.by]) : mended
}

const step = (all: readonly Kept[], done: Deed): readonly Kept[] => {
  const { on, into } = done
  const [one, other] = [all[on], all[into]] as [Kept, Kept] // three there are
  const next = eventOf(done, one.way)
  if (next === null) return all
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
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60, size: 'max' }), deeds => {
      const last = deeds.reduce<readonly Kept[]>(step, [fresh, begun, begun])
      for (const { way, mended } of last) expect(new Set(way.rectifiedBy)).toEqual(mended)
    }),
    { numRuns: 1000 },
  )
})
