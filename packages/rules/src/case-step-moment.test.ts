import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseWay, moveCase, newCase } from './case-machine.ts'
import { staleStep } from './case-step-moment.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 1, minute))

describe('a step that arrives late', () => {
  const ground = { submittedAt: at(20), returnedAt: at(10) }

  test.each([
    ['a recheck before the submission', 'recheck', 19, null, 'recheck-of-another'],
    ['a recheck at its very moment', 'recheck', 20, null, null],
    ['a recheck of this submission', 'recheck', 30, 20, null],
    ['a recheck of an earlier submission, made after this one', 'recheck', 30, 5, 'recheck-of-another'],
    ['a submission before the last return', 'submit', 9, null, 'submitted-before-return'],
    ['a submission after it', 'submit', 11, null, null],
  ] as const)('%s', (_, kind, minute, saw, stale) => {
    expect(staleStep({ kind, doneAt: at(minute), saw: saw === null ? null : at(saw) }, ground)).toBe(stale)
  })
})

type Told = {
  readonly kind: 'submit' | 'recheck'
  readonly by: string
  readonly minute: number
  readonly passed: boolean
}

const told: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom('submit' as const, 'recheck' as const),
  by: fc.constantFrom('wang', 'zhou'),
  minute: fc.nat(50),
  passed: fc.boolean(),
})

type Life = { readonly way: CaseWay; readonly submittedAt: Date | null; readonly returnedAt: Date | null }

const taken = (life: Life, { kind, by, minute, passed }: Told): Life => {
  const event = kind === 'submit' ? { kind, by } : { kind, by, passed, reason: '仍有' }
  const moved = moveCase(life.way, event)
  if (!moved.ok || staleStep({ kind, doneAt: at(minute), saw: null }, life) !== null) return life
  if (kind === 'submit') return { ...life, way: moved.value, submittedAt: at(minute) }
  if (passed) expect(at(minute) >= (life.submittedAt ?? at(0))).toBe(true)
  return passed ? { ...life, way: moved.value } : { way: moved.value, submittedAt: null, returnedAt: at(minute) }
}

test('in whatever order steps arrive, what passed was looked at after it was submitted, and that after it was sent back last', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 20 }), steps => {
      const begun: Life = { way: { ...newCase, state: 'in-hand' }, submittedAt: null, returnedAt: null }
      const { way, submittedAt, returnedAt } = steps.reduce(taken, begun)
      if (way.state !== 'rechecked') return
      expect(submittedAt).not.toBeNull()
      expect(returnedAt === null || (submittedAt ?? at(0)) >= returnedAt).toBe(true)
    }),
    { numRuns: 500 },
  )
})
