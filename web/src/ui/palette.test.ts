import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { paletteOf, type TextSize, type Tone } from './palette.ts'

const looks: readonly (readonly [Tone, TextSize, number])[] = [
  ['light', 'normal', 4.5],
  ['dark', 'normal', 4.5],
  ['light', 'large', 7],
  ['dark', 'large', 7],
]

test('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
})

describe.each(looks)('in the %s theme with %s text', (tone, text, least) => {
  const palette = paletteOf(tone, text)
  const grounds = ['paper', 'sheet', 'wash'] as const
  const inks = ['ink', 'soft', 'late', 'bamboo', 'amberInk', 'indigo'] as const

  test.each(inks.flatMap(ink => grounds.map(ground => [ink, ground] as const)))(
    '%s can be read on %s',
    (ink, ground) => {
      expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(least)
    },
  )

  test('the primary action can be read', () => {
    expect(contrast(palette.onSeal, palette.seal)).toBeGreaterThanOrEqual(least)
  })
})
