import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf, placed } from '../places.ts'
import type { CheckedPlan } from '../rule.ts'
import { count, type NameLook, type NamePair, type Occurrence, pairOf } from './name-pair.ts'

const quotes = clued(/[“《]([\u4e00-\u9fff]{6,16})[”》]/g)

const isHan = (c: string | undefined): boolean => c !== undefined && c >= '\u4e00' && c <= '\u9fff'

const sorted = (words: string): string => [...words].sort().join('')

/** Lengths of names that are looked for; a plan that quotes more is not slowed down by it. */
const mostLengths = 6

const bySpelling = (plan: CheckedPlan): ReadonlyMap<number, Map<string, Occurrence>> => {
  const lengths = new Map<number, Map<string, Occurrence>>()
  for (const { match, start } of hitsOf(plan, quotes)) {
    const words = match[1] ?? ''
    if (!lengths.has(words.length) && lengths.size >= mostLengths) continue
    const names = lengths.get(words.length) ?? new Map<string, Occurrence>()
    lengths.set(words.length, names)
    count(names, words, { start: start + 1, end: start + 1 + words.length })
  }
  return lengths
}

/** A sum over the characters tells most stretches apart before any is sorted. */
const sum = (words: string): number => {
  let total = 0
  for (let i = 0; i < words.length; i++) total += words.charCodeAt(i)
  return total
}

const ofLength = (
  plan: CheckedPlan,
  body: string,
  length: number,
  names: ReadonlyMap<string, Occurrence>,
): NamePair | null => {
  const sums = new Map([...names.values()].map(name => [sum(name.words), name]))
  let rolling = sum(body.slice(0, length))
  for (let i = 0; i + length <= body.length; i++) {
    const name = sums.get(rolling)
    const words = name ? body.slice(i, i + length) : ''
    if (name && words !== name.words && sorted(words) === sorted(name.words) && [...words].every(isHan)) {
      return { name: name.words, other: words, at: placed(plan, i, length), related: name.first }
    }
    rolling += (body.charCodeAt(i + length) || 0) - body.charCodeAt(i)
  }
  return null
}

const titles = clued(/《([^《》\n]{6,60})》/g)

/** Papers cited twice, once with two of their words changed about. */
const titlesThatVary = (plan: CheckedPlan): readonly NamePair[] => {
  const seen = new Map<string, Occurrence>()
  for (const { match, start, end } of hitsOf(plan, titles))
    count(seen, match[1] ?? '', { start: start + 1, end: end - 1 })
  const known = new Map<string, Occurrence>()
  return [...seen.values()].flatMap(title => {
    const key = sorted(title.words)
    const other = known.get(key)
    known.set(key, other ?? title)
    return other ? [pairOf(other, title)] : []
  })
}

const twoSigns = clued(/([\u4e00-\u9fff])([\u4e00-\u9fff])(标准|办法|细则|体系|规程)/g)

/** `测评标准` and `评测标准`: one paper, two of its signs changed about. */
const turnedWords = (plan: CheckedPlan): readonly NamePair[] => {
  const seen = new Map<string, Occurrence>()
  for (const { match, start, end } of hitsOf(plan, twoSigns)) count(seen, match[0], { start, end })
  for (const [words, name] of seen) {
    const other = seen.get(`${words[1]}${words[0]}${words.slice(2)}`)
    if (other && words[0] !== words[1] && name.first.start < other.first.start)
      return [name.count >= other.count ? pairOf(name, other) : pairOf(other, name)]
  }
  return []
}

/** A name between quotation marks that stands elsewhere with its words in another order (`评测标准` and `测评标准`). */
export const quotedNamesThatVary: NameLook = plan => {
  const body = bodyOf(plan)
  const names = [...bySpelling(plan)].flatMap(([length, spelt]) => ofLength(plan, body, length, spelt) ?? [])
  return [...names, ...titlesThatVary(plan), ...turnedWords(plan)]
}
