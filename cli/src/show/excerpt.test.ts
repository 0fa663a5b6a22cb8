import fc from 'fast-check'
import { expect, it } from 'vitest'
import { width } from '../terminal/width.ts'
import { excerpt } from './excerpt.ts'

it('a short line is shown whole', () => {
  expect(excerpt('一二三\n四五六七\n八', { start: 5, end: 7 }, 80)).toEqual({ words: '四五六七', marks: '  ^^^^' })
})

it('a long line is cut on both sides, the place kept', () => {
  const text = `${'前'.repeat(200)}此处${'后'.repeat(200)}`
  const { words, marks } = excerpt(text, { start: 200, end: 202 }, 40)
  expect(words).toMatch(/^…前+此处后+…$/)
  expect(width(words)).toBeLessThanOrEqual(40)
  expect(marks.indexOf('^')).toBe(width(words.slice(0, words.indexOf('此'))))
})

it('whatever the text and the place, nothing is wider than the screen and the marks are under the place', () => {
  const texts = fc.string({
    unit: fc.constantFrom('一', 'a', '。', ' ', '\n', '“', '😀'),
    minLength: 1,
    maxLength: 120,
  })
  fc.assert(
    fc.property(texts, fc.nat(119), fc.nat(60), fc.integer({ min: 20, max: 80 }), (text, at, length, columns) => {
      const start = Math.min(at, text.length - 1)
      const { words, marks } = excerpt(text, { start, end: start + length }, columns)
      expect(width(words)).toBeLessThanOrEqual(columns)
      expect(marks).toMatch(/^ *\^+$/)
    }),
  )
})
