/** A share in whole points of a hundred; only what is all is 100, and only what is nothing is 0. */
export const percent = (share: number): number =>
  share <= 0 ? 0 : share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)))
