import { expect, it } from 'vitest'
import { sourceMap } from './source-map.ts'

it('what cleaning left out is counted where it stood', () => {
  const position = sourceMap('标题\r\n\r\n  整(zhěng)顿,\n市容', '标题\n整顿,市容')
  expect(position(0)).toEqual({ line: 1, column: 1 })
  expect(position(3)).toEqual({ line: 3, column: 3 })
  expect(position(4)).toEqual({ line: 3, column: 11 })
  expect(position(6)).toEqual({ line: 4, column: 1 })
})

it('where the document says something else, places are those in the cleaned text', () => {
  expect(sourceMap('别的', '甲\n乙丙')(3)).toEqual({ line: 2, column: 2 })
})

it('a character outside the basic plane is one column', () => {
  expect(sourceMap('𠮷祥', '𠮷祥')(2)).toEqual({ line: 1, column: 2 })
})
