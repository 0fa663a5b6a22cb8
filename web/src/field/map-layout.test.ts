import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from './map-layout.ts'

const box = { width: 320, height: 400 }
const at = (longitude: number, latitude: number) => ({ position: { longitude, latitude } })

test('every place lies within the box, north above south and east right of west', () => {
  const position = fc.record({
    longitude: fc.double({ min: 73, max: 135, noNaN: true }),
    latitude: fc.double({ min: 18, max: 53, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 40 }), positions => {
      const placed = layOut(
        positions.map(each => ({ position: each })),
        box,
      )
      for (const { x, y } of placed) {
        expect(x >= 0 && x <= box.width && y >= 0 && y <= box.height).toBe(true)
      }
      for (const one of placed)
        for (const other of placed) {
          if (one.item.position.latitude > other.item.position.latitude) expect(one.y).toBeLessThanOrEqual(other.y)
          if (one.item.position.longitude > other.item.position.longitude) expect(one.x).toBeGreaterThanOrEqual(other.x)
        }
    }),
  )
})

test('a place alone lies in the middle', () => {
  expect(layOut([at(120, 30)], box)).toMatchObject([{ x: 160, y: 200 }])
})

test('what is on no map yet is left to the list', () => {
  expect(layOut([{ position: null }], box)).toEqual([])
})

test('a square on the ground is a square on the paper', () => {
  const metres = 1 / Math.cos((30 * Math.PI) / 180)
  const [west, east, north] = layOut([at(120, 30), at(120 + 0.01 * metres, 30), at(120, 30.01)], box)
  expect((east?.x ?? 0) - (west?.x ?? 0)).toBeCloseTo((west?.y ?? 0) - (north?.y ?? 0), 0)
})
