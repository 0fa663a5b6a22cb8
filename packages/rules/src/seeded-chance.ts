/** Chance that falls the same way each time: for what is made up and must be made up alike again, never for what must not be guessed. */
export type Chance = {
  /** From 0 up to but not 1. */
  readonly next: () => number
  /** A whole number from 0 up to but not the limit. */
  readonly below: (limit: number) => number
  readonly between: (least: number, most: number) => number
  readonly happens: (probability: number) => boolean
  readonly oneIn: (howMany: number) => boolean
  readonly pick: <T>(among: readonly T[]) => T
}

/** Mulberry32. */
export const seededChance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: probability => next() < probability,
    oneIn: howMany => below(howMany) === 0,
    pick: <T>(among: readonly T[]): T => among[below(among.length)] as T, // never asked of an empty list
  }
}
