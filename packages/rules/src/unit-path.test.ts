import { expect, test } from 'vitest'
import {
  ancestorsAndSelf,
  commonAncestor,
  depthOf,
  isStrictlyWithin,
  isWithin,
  labelsOf,
  outermost,
  parentPath,
} from './unit-path.ts'

test('a unit lies within itself and its ancestors, not within a namesake', () => {
  expect(isWithin('yunxi.linhe', 'yunxi.linhe')).toBe(true)
  expect(isWithin('yunxi.linhe.binhe', 'yunxi')).toBe(true)
  expect(isWithin('yunxi.linhexin', 'yunxi.linhe')).toBe(false)
  expect(isWithin('yunxi', 'yunxi.linhe')).toBe(false)
  expect(isStrictlyWithin('yunxi.linhe', 'yunxi.linhe')).toBe(false)
})

test('the empty path is above everything', () => {
  expect(isWithin('yunxi', '')).toBe(true)
  expect(labelsOf('')).toEqual([])
})

test('a path is climbed label by label', () => {
  expect(parentPath('yunxi.linhe')).toBe('yunxi')
  expect(parentPath('yunxi')).toBeNull()
  expect(ancestorsAndSelf('a.b.c')).toEqual(['a', 'a.b', 'a.b.c'])
  expect(depthOf('a.b.c')).toBe(3)
})

test('two units meet at their deepest common ancestor', () => {
  expect(commonAncestor('a.b.c', 'a.b.d.e')).toBe('a.b')
  expect(commonAncestor('a.b', 'a.b.c')).toBe('a.b')
  expect(commonAncestor('a', 'b')).toBe('')
})

test('paths within others and repeats are left out', () => {
  expect(outermost(['a.b', 'a.b.c', 'a.b', 'd', 'a.bc'])).toEqual(['a.b', 'a.bc', 'd'])
})
