import { expect, test } from 'vitest'
import { type AskedKind, askedKinds, minutesFor, minutesForAll } from './burden.ts'

const none: Readonly<Record<AskedKind, number>> = { assignment: 0, occurrence: 0, case: 0, notice: 0, again: 0 }

test('nothing asked takes no time, and each thing takes some', () => {
  expect(minutesForAll(none)).toBe(0)
  for (const kind of askedKinds) expect(minutesFor(kind)).toBeGreaterThan(0)
})

test('the sum is of all that was asked', () => {
  expect(minutesForAll({ ...none, case: 3, notice: 2 })).toBeCloseTo(3 * minutesFor('case') + 2 * minutesFor('notice'))
})

test('a record from Today takes less than a task from end to end', () => {
  expect(minutesFor('occurrence')).toBeLessThan(minutesFor('assignment'))
})
