import type { CaseDetail } from '@luoshi/contract/cases'
import { expect, test } from 'vitest'
import { doingsFor, mayDismiss, nextOf } from './next-act.ts'

const known = (state: CaseDetail['state'], ...actions: string[]) => ({ state, actions, mended: false })

test('the unit accepts first, then submits', () => {
  const fresh = known('assigned', 'case.accept', 'case.submit', 'case.refuse', 'case.progress', 'case.open')
  expect(nextOf(fresh)).toBe('accept')
  expect(nextOf(known('in-hand', 'case.submit', 'case.open'))).toBe('submit')
  expect(doingsFor(fresh)).toEqual(['accept', 'submit', 'refuse'])
})

test('the office assigns what nobody has, and waits while a unit mends', () => {
  expect(nextOf(known('found', 'case.assign', 'case.merge'))).toBe('assign')
  expect(nextOf(known('in-hand', 'case.assign', 'case.merge'))).toBeNull()
  expect(doingsFor(known('in-hand', 'case.assign'))).toEqual(['assign', 'issue'])
})

test('what somebody has mended is not offered to be dismissed', () => {
  const given = known('assigned', 'case.assign')
  expect(doingsFor(given)).toEqual(['assign', 'issue', 'dismiss'])
  expect(doingsFor({ ...given, mended: true })).toEqual(['assign', 'issue'])
  expect(mayDismiss({ ...given, actions: [] })).toBe(false)
})

test('whoever looks again may let it hold or send it back', () => {
  expect(doingsFor(known('submitted', 'case.recheck'))).toEqual(['pass', 'fail'])
  expect(nextOf(known('rechecked', 'case.close'))).toBe('close')
  expect(nextOf(known('closed'))).toBeNull()
})
