import { expect, test } from 'vitest'
import { keptSize, longestSide } from './shrink-photo.ts'

test('a large photo keeps its shape and loses its size', () => {
  expect(keptSize({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
  expect(keptSize({ width: 3000, height: 4000 })).toEqual({ width: 1200, height: 1600 })
})

test('a small photo stays as it is', () => {
  expect(keptSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
})

test('the thinnest panorama still has a pixel', () => {
  expect(keptSize({ width: 40_000, height: 3 })).toEqual({ width: longestSide, height: 1 })
})
