/** Seeded chance (mulberry32): the same seed gives the same document, so that a finding can be looked at again. */
export type Chance = {
  readonly below: (limit: number) => number
  readonly of: <T>(choices: readonly T[]) => T
  readonly one: (inHowMany: number) => boolean
}

export const chance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    of: choices => choices[below(choices.length)] as (typeof choices)[number], // below() is within the list, and no list here is empty
    one: inHowMany => below(inHowMany) === 0,
  }
}
