import { expect, test } from 'vitest'
import { rangeOf } from './export-file-route.ts'

test('a download goes on where it broke off', () => {
  expect(rangeOf('bytes=100-', 1000)).toEqual({ start: 100, end: 999 })
  expect(rangeOf('bytes=0-99', 1000)).toEqual({ start: 0, end: 99 })
  expect(rangeOf('bytes=900-5000', 1000)).toEqual({ start: 900, end: 999 })
  expect(rangeOf('bytes=-100', 1000)).toEqual({ start: 900, end: 999 })
  expect(rangeOf('bytes=-5000', 1000)).toEqual({ start: 0, end: 999 })
})

test('what lies beyond the end is refused', () => {
  expect(rangeOf('bytes=1000-', 1000)).toBe('beyond')
  expect(rangeOf('bytes=-0', 1000)).toBe('beyond')
})

test('whatever else is asked gets the whole', () => {
  for (const header of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])
    expect(rangeOf(header, 1000)).toBe(null)
})
