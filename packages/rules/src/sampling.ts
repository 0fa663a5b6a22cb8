import { z95 } from './wilson.ts'

/**
 * How many of a population to look at so that a share comes out within a margin either way (0.05 for five points), 95 times
 * in 100. `expected` is the share one reckons with; a half asks for most and is right when nothing is known.
 */
export const sampleSize = (population: number, margin: number, expected: number = 0.5): number => {
  if (population <= 0) return 0
  if (margin <= 0) return population
  const endless = (z95 * z95 * expected * (1 - expected)) / (margin * margin)
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
}

/** How far a share from a sample may lie off either way, 95 times in 100. 0 when all were looked at, 1 when none. */
export const expectedError = (sample: number, population: number, expected: number = 0.5): number => {
  if (sample <= 0) return 1
  if (sample >= population) return 0
  const correction = (population - sample) / (population - 1)
  return Math.min(1, z95 * Math.sqrt(((expected * (1 - expected)) / sample) * correction))
}

/** The chance that a sample meets at least one of the `failing` in the population. */
export const chanceToFind = (sample: number, population: number, failing: number): number => {
  if (failing <= 0 || sample <= 0) return 0
  if (sample + failing > population) return 1
  let missing = 1
  for (let taken = 0; taken < sample; taken += 1) missing *= (population - failing - taken) / (population - taken)
  return 1 - missing
}

/** Shares a sample among strata in proportion to their sizes: all of it as far as there are points, at least one in each that has any. */
export const allocateSample = (
  total: number,
  sizes: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const strata = Object.entries(sizes).filter(([, size]) => size > 0)
  const population = strata.reduce((sum, [, size]) => sum + size, 0)
  const wanted = Math.min(population, Math.max(total, strata.length))
  const shares = strata.map(([stratum, size]) => ({ stratum, size, ideal: (wanted * size) / population }))
  const given = new Map(shares.map(({ stratum, ideal }) => [stratum, Math.max(1, Math.floor(ideal))]))
  const missing = (): number => wanted - given.values().reduce((sum, count) => sum + count, 0)
  while (missing() !== 0) {
    const step = missing() > 0 ? 1 : -1
    const next = shares
      .filter(({ stratum, size }) => within(1, (given.get(stratum) ?? 0) + step, size))
      .toSorted(
        (one, other) => step * (lack(other, given) - lack(one, given)) || (one.stratum < other.stratum ? -1 : 1),
      )[0]
    if (!next) break
    given.set(next.stratum, (given.get(next.stratum) ?? 0) + step)
  }
  return Object.fromEntries(given)
}

const within = (least: number, count: number, most: number): boolean => least <= count && count <= most

const lack = (
  { stratum, ideal }: { readonly stratum: string; readonly ideal: number },
  given: ReadonlyMap<string, number>,
): number => ideal - (given.get(stratum) ?? 0)
