import { bigramsOf, diceOf, sizeOf } from './bigrams.ts'

/** What became of one item between two versions. `gone` and `changed` keep the old one, `added` and `changed` the new. */
export type Change<T> =
  | { readonly what: 'same'; readonly before: T; readonly after: T }
  | { readonly what: 'changed'; readonly before: T; readonly after: T; readonly similarity: number }
  | { readonly what: 'added'; readonly after: T }
  | { readonly what: 'gone'; readonly before: T }

export type Comparing<T> = {
  readonly textOf: (item: T) => string
  /** Whether items of equal text are equal in all else that counts (owner, date). Absent: the text is all. */
  readonly isEqual?: (before: T, after: T) => boolean
}

/** Below this two sentences are two items, not one rewritten. */
export const leastSimilarity = 0.5

/**
 * Pairs the items of two versions: equal texts first, in order, then the most alike, of equally alike the nearest. Every item is
 * in exactly one change. The order is the new version's, with what is gone where it stood.
 */
export const compareVersions = <T>(
  before: readonly T[],
  after: readonly T[],
  { textOf, isEqual = () => true }: Comparing<T>,
): readonly Change<T>[] => {
  const old = before.map(item => plainText(textOf(item)))
  const fresh = after.map(item => plainText(textOf(item)))
  const pairs = new Map<number, Pair>()
  for (const pair of equalPairs(old, fresh)) pairs.set(pair.after, pair)
  for (const pair of similarPairs(old, fresh, [...pairs.values()])) pairs.set(pair.after, pair)

  const changes = after.map((item, index): Placed<T> => {
    const pair = pairs.get(index)
    if (!pair) return { change: { what: 'added', after: item }, before: null }
    const was = before[pair.before] as T // a pair's indices come from the lists themselves
    const same = pair.similarity === 1 && old[pair.before] === fresh[index] && isEqual(was, item)
    return {
      change: same
        ? { what: 'same', before: was, after: item }
        : { what: 'changed', before: was, after: item, similarity: pair.similarity },
      before: pair.before,
    }
  })
  return withGone(before, changes)
}

type Pair = { readonly before: number; readonly after: number; readonly similarity: number }

type Placed<T> = { readonly change: Change<T>; readonly before: number | null }

/** Spaces and punctuation do not make another sentence. */
const plainText = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

const equalPairs = (old: readonly string[], fresh: readonly string[]): readonly Pair[] => {
  const places = new Map<string, number[]>()
  for (const [index, text] of old.entries()) places.set(text, [...(places.get(text) ?? []), index])
  return fresh.flatMap((text, after) => {
    const place = places.get(text)?.shift()
    return place === undefined ? [] : [{ before: place, after, similarity: 1 }]
  })
}

const similarPairs = (old: readonly string[], fresh: readonly string[], taken: readonly Pair[]): readonly Pair[] => {
  const [usedBefore, usedAfter] = [new Set(taken.map(pair => pair.before)), new Set(taken.map(pair => pair.after))]
  const candidates = candidatePairs(old, fresh, usedBefore, usedAfter)
  return candidates.filter(pair => {
    if (usedBefore.has(pair.before) || usedAfter.has(pair.after)) return false
    usedBefore.add(pair.before)
    usedAfter.add(pair.after)
    return true
  })
}

/** Every pair alike enough, best first. Found through the bigrams they share, so that unlike sentences cost nothing. */
const candidatePairs = (
  old: readonly string[],
  fresh: readonly string[],
  usedBefore: ReadonlySet<number>,
  usedAfter: ReadonlySet<number>,
): readonly Pair[] => {
  const sizes = new Map<number, number>()
  const postings = new Map<string, { readonly index: number; readonly count: number }[]>()
  for (const [index, text] of old.entries()) {
    if (usedBefore.has(index)) continue
    const pairs = bigramsOf(text)
    sizes.set(index, sizeOf(pairs))
    for (const [pair, count] of pairs) postings.set(pair, [...(postings.get(pair) ?? []), { index, count }])
  }
  const found: Pair[] = []
  for (const [after, text] of fresh.entries()) {
    if (usedAfter.has(after)) continue
    const pairs = bigramsOf(text)
    for (const [before, shared] of sharedCounts(pairs, postings)) {
      const similarity = diceOf(shared, sizes.get(before) ?? 0, sizeOf(pairs))
      if (similarity >= leastSimilarity) found.push({ before, after, similarity })
    }
  }
  return found.sort(bestFirst)
}

const sharedCounts = (
  pairs: ReadonlyMap<string, number>,
  postings: ReadonlyMap<string, readonly { readonly index: number; readonly count: number }[]>,
): ReadonlyMap<number, number> => {
  const shared = new Map<number, number>()
  for (const [pair, count] of pairs)
    for (const posting of postings.get(pair) ?? [])
      shared.set(posting.index, (shared.get(posting.index) ?? 0) + Math.min(count, posting.count))
  return shared
}

const bestFirst = (one: Pair, other: Pair): number =>
  other.similarity - one.similarity ||
  Math.abs(one.before - one.after) - Math.abs(other.before - other.after) ||
  one.before - other.before

/** What is gone stands after the change of the item that stood before it. */
const withGone = <T>(before: readonly T[], placed: readonly Placed<T>[]): readonly Change<T>[] => {
  const kept = new Set(placed.map(({ before: place }) => place))
  const followers = new Map<number, Change<T>[]>()
  let anchor = -1
  for (const [index, item] of before.entries()) {
    if (kept.has(index)) anchor = index
    else followers.set(anchor, [...(followers.get(anchor) ?? []), { what: 'gone', before: item }])
  }
  return [
    ...(followers.get(-1) ?? []),
    ...placed.flatMap(({ change, before: place }) => [change, ...((place !== null && followers.get(place)) || [])]),
  ]
}
