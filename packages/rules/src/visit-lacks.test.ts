import { expect, test } from 'vitest'
import { type Asked, lackOf, lacksOf, type Said } from './visit-lacks.ts'

const asked: Asked = { id: 'a', exceptions: ['老旧小区没有车棚'], photo: 'required' }

const said = (more: Partial<Said> = {}): Said => ({
  ...{ criterionId: 'a', grade: 'conforms', exception: null, note: '', photos: [], photosDropped: [] },
  ...more,
})

test('a criterion that nobody graded lacks its grade', () => {
  expect(lackOf(asked, undefined)).toBe('grade')
  expect(lackOf(asked, said())).toBe(null)
  expect(lackOf(asked, said({ grade: 'not-applicable' }))).toBe(null)
})

test('what conforms by an exception does so by one of the standard, with a note', () => {
  expect(lackOf(asked, said({ exception: '领导同意', note: '已请示' }))).toBe('exception')
  expect(lackOf(asked, said({ exception: '老旧小区没有车棚', note: ' ' }))).toBe('note')
  expect(lackOf(asked, said({ exception: '老旧小区没有车棚', note: '1987年建' }))).toBe(null)
  expect(lackOf(asked, said({ exception: '领导同意', grade: 'mostly' }))).toBe(null)
})

test('a photo is lacking only where the standard asks and the criterion fails, and one taken back is none', () => {
  expect(lackOf(asked, said({ grade: 'fails' }))).toBe('photo')
  expect(lackOf(asked, said({ grade: 'fails', photos: ['p'], photosDropped: ['p'] }))).toBe('photo')
  expect(lackOf(asked, said({ grade: 'fails', photos: ['p'] }))).toBe(null)
  expect(lackOf({ ...asked, photo: 'optional' }, said({ grade: 'fails' }))).toBe(null)
})

test('a visit lacks words and photos apart', () => {
  const three = [asked, { ...asked, id: 'b' }, { ...asked, id: 'c' }]
  expect(lacksOf(three, [said({ grade: 'fails' }), said({ criterionId: 'b', exception: '领导同意' })])).toEqual({
    words: 2,
    photos: 1,
  })
  expect(lacksOf([], [])).toEqual({ words: 0, photos: 0 })
})
