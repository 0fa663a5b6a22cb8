import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, worstFirst } from './map-points.ts'
import { sheetsOf } from './sheets-of.ts'

const pointAt = (longitude: number, latitude: number, status: 'good' | 'late' | 'open' | 'unseen' = 'good') => ({
  ...{ id: `${longitude} ${latitude}`, name: '点位', pointType: '社区', status },
  position: { longitude, latitude },
})

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

test('what needs somebody stands first, and equals keep their order', () => {
  const points = [
    pointAt(1, 1),
    pointAt(2, 2, 'unseen'),
    pointAt(3, 3, 'late'),
    pointAt(4, 4, 'open'),
    pointAt(5, 5, 'late'),
  ]
  expect(worstFirst(points).map(({ status, id }) => `${status} ${id}`)).toEqual([
    'late 3 3',
    'late 5 5',
    'open 4 4',
    'unseen 2 2',
    'good 1 1',
  ])
})

test('a map shows every point with some room around it, however many there are', () => {
  const coordinate = fc.double({ min: -80, max: 80, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 }), places => {
      const [west, south, east, north] = boundsOf(places.map(([longitude, latitude]) => pointAt(longitude, latitude)))
      for (const [longitude, latitude] of places)
        expect(longitude > west && longitude < east && latitude > south && latitude < north).toBe(true)
    }),
  )
})
