/** Chance that falls the same way each time: the sample is the same county whoever loads it. */
export type Chance = {
  /** From 0 up to but not 1. */
  readonly next: () => number
  readonly happens: (probability: number) => boolean
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(among: readonly T[]) => T
}

/** Mulberry32, which is enough for a sample and nothing else. */
export const seededChance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: probability => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: <T>(among: readonly T[]): T => among[Math.floor(next() * among.length)] as T, // never asked of an empty list
  }
}
