import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, type Standing, worstFirst } from './places.ts'

const pointAt = (longitude: number, latitude: number, status: Standing = 'good') => ({
  ...{ id: `${longitude} ${latitude}`, name: '点位', status },
  position: { longitude, latitude },
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
