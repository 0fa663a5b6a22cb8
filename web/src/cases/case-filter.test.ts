import { expect, test } from 'vitest'
import { filterOf, isNarrowed } from './case-filter.ts'

test('the address says what is asked of the server', () => {
  expect(filterOf({})).toEqual({ open: true })
  expect(filterOf({ open: 'all', light: 'red', listed: 'yes' })).toEqual({ light: 'red', listed: true })
  expect(filterOf({ open: 'no', q: '堆物' })).toEqual({ open: false, q: '堆物' })
  expect(filterOf({ state: 'submitted', open: 'no' })).toEqual({ state: 'submitted' })
})

test('what no filter knows asks for nothing', () => {
  expect(filterOf({ state: 'gone', light: 'blue', unit: 'x', origin: 'y' })).toEqual({ open: true })
})

test('a view narrows nothing', () => {
  expect(isNarrowed({ view: 'board' })).toBe(false)
  expect(isNarrowed({ view: 'board', q: '一' })).toBe(true)
})
