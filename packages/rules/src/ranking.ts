import { type Interval, wilsonInterval } from './wilson.ts'

export type Counted = { readonly id: string; readonly successes: number; readonly sample: number }

/** `rank` is null where the sample is too small for one. */
export type Ranked = Counted & {
  readonly rank: number | null
  readonly share: number | null
  readonly interval: Interval
}

/** Fewer than this and one bad day decides. */
export const leastSample = 30

/**
 * Ranks units by their share. Those that cannot be told apart from the best of their group share its rank: the next rank begins
 * with the first unit that is clearly worse. Units with small samples stand last, in no order of merit.
 */
export const rankUnits = (units: readonly Counted[], least: number = leastSample): readonly Ranked[] => {
  const small = units.filter(unit => isSmall(unit, least)).toSorted(byId)
  const ordered = units
    .filter(unit => !isSmall(unit, least))
    .toSorted((one, other) => (shareOf(other) ?? 0) - (shareOf(one) ?? 0) || byId(one, other))
  let leader: Counted | null = null
  let rank = 0
  const ranked = ordered.map((unit, index) => {
    if (leader === null || canBeToldApart(leader, unit)) {
      leader = unit
      rank = index + 1
    }
    return seen(unit, rank)
  })
  return [...ranked, ...small.map(unit => seen(unit, null))]
}

const seen = (unit: Counted, rank: number | null): Ranked => ({
  ...unit,
  rank,
  share: shareOf(unit),
  interval: wilsonInterval(unit.successes, unit.sample),
})

/** Whether the difference of two shares is clear, by Newcombe's interval for it from the two Wilson intervals. */
export const canBeToldApart = (one: Counted, other: Counted): boolean => {
  const [better, worse] = (shareOf(one) ?? 0) >= (shareOf(other) ?? 0) ? [one, other] : [other, one]
  const [high, low] = [shareOf(better), shareOf(worse)]
  if (high === null || low === null) return false
  const below = high - wilsonInterval(better.successes, better.sample).low
  const above = wilsonInterval(worse.successes, worse.sample).high - low
  return high - low > Math.hypot(below, above)
}

const isSmall = ({ sample }: Counted, least: number): boolean => sample < least

const shareOf = ({ successes, sample }: Counted): number | null => (sample > 0 ? successes / sample : null)

const byId = (one: Counted, other: Counted): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
