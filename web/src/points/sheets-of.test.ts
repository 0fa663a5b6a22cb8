import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetsOf } from './sheets-of.ts'

test('every label is on one sheet, in order, and no sheet holds more than it takes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.constantFrom(8, 18, 24), (things, size) => {
      const sheets = sheetsOf(things, size)
      expect(sheets.flat()).toEqual(things)
      expect(sheets.every(sheet => sheet.length > 0 && sheet.length <= size)).toBe(true)
      expect(sheets.slice(0, -1).every(sheet => sheet.length === size)).toBe(true)
    }),
  )
})
