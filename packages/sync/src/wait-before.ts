const firstMs = 2_000
const longestMs = 300_000

/** How long to wait after so many failures in a row: doubling up to five minutes, and spread so that a street of phones does not knock at once. */
export const waitBefore = (failures: number, chance: number): number =>
  Math.round(Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, failures - 1))) * (0.5 + chance / 2))
