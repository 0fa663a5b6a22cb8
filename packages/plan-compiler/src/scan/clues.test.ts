import { expect, test } from 'vitest'
import '../compile.ts'
import { seededChance } from '@luoshi/rules/seeded-chance'
import { randomPlan } from '../fuzz/random-plan.ts'
import {
  anyOf,
  clued,
  cluedPatterns,
  endAt,
  holds,
  matchesIn,
  matchIn,
  mayHold,
  mayHoldAny,
  mayHoldFrom,
  oncePerPlace,
  withClues,
} from './clues.ts'

const word = clued(/牵头(?:单位|部门)|办公室设在/)
const either = anyOf(word, clued(/工作专班/))
const everywhere = clued(/[\u4e00-\u9fff]{2,4}/)
const numbers = clued(/\d+(?=项)/g)
const opening = clued(/^(?:各|有关)部门/)
const closing = clued(/(?:负责|落实)$/)
const verb = clued(/清理|排查/y)

/** Long enough to be gone through beforehand, whatever has been read before. */
const long = (words: string): string => words + '。'.repeat(2000)

const matches = ({ shape }: { readonly shape: RegExp }, words: string): boolean =>
  new RegExp(shape.source, shape.flags.replace(/[gy]/g, '')).test(words)

test('no pattern of the compiler is passed over in words that it matches', () => {
  const missed = new Set<string>()
  for (let seed = 0; seed < 12; seed++) {
    const lot = seededChance(seed)
    const text = long(randomPlan(seed * 7))
    withClues(text, () => {
      for (let i = 0; i < 60; i++) {
        const start = lot.below(text.length - 1990)
        const end = Math.min(text.length, start + 1 + lot.below(80))
        for (const pattern of cluedPatterns()) {
          if (pattern.shape.sticky) pattern.shape.lastIndex = 0
          const words = text.slice(start, end)
          const found = pattern.shape.sticky ? pattern.shape.test(words) : matches(pattern, words)
          if (found && !mayHold(pattern, text, start, end)) missed.add(`${pattern.shape} in ${words}`)
        }
      }
    })
  }
  expect([...missed]).toEqual([])
})

test('a pattern is run only where a word of it stands', () => {
  const text = long(`${'街道。'.repeat(40)}牵头单位是城管科。${'街道。'.repeat(40)}办公室设在住建局`)
  withClues(text, () => {
    expect(mayHold(word, text, 0, 60)).toBe(false)
    expect(holds(word, text, 100, 160)).toBe(true)
    expect(matchIn(word, text, 160, text.length)?.[0]).toBe('办公室设在')
    expect(mayHold(everywhere, text, 0, 60)).toBe(true)
  })
})

test('several patterns are passed over together, and where a key of one stands none is', () => {
  const text = long(`${'街道。'.repeat(40)}牵头单位是城管科。`)
  withClues(text, () => {
    expect(mayHoldAny(either, text, 0, 120)).toBe(false)
    expect(mayHoldAny(either, text, 120, 130)).toBe(true)
    expect([mayHoldFrom(word, text, 0), mayHoldFrom(word, text, 130)]).toEqual([120, text.length])
  })
})

test('a pattern that looks at one place is asked for the character there', () => {
  expect(mayHold(opening, '各部门', 0, 3)).toBe(true)
  expect(mayHold(opening, '本部门', 0, 3)).toBe(false)
  expect(mayHold(closing, '由各村落实', 0, 5)).toBe(true)
  expect(mayHold(closing, '由各村落实', 0, 4)).toBe(false)
  expect([endAt(verb, '要清理楼道', 1), endAt(verb, '要清理楼道', 0)]).toEqual([3, -1])
})

test('every match in a stretch is found, its index counted from the beginning of the stretch', () => {
  const text = '共3项,其中12项'
  expect(matchesIn(numbers, text, 1, text.length).map(m => [m.index, m[0]])).toEqual([
    [0, '3'],
    [5, '12'],
  ])
})

test('a reading is done once at a place while its text is read, and forgotten with it', () => {
  let times = 0
  const read = oncePerPlace((_, start, end) => {
    times++
    return end - start
  })
  const text = long('各部门')
  const lengths = withClues(text, () => [read(text, 0, 3), read(text, 0, 3), read(text, 1, 3)])
  expect([lengths, times]).toEqual([[3, 3, 2], 2])
  withClues(text, () => read(text, 0, 3))
  expect(times).toBe(3)
  expect([read(text, 0, 3), read(text, 0, 3), times]).toEqual([3, 3, 5])
})
