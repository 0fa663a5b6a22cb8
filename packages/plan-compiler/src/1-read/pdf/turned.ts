import type { Matrix } from './rules.ts'

/** Which way words run, in quarter turns against the clock from left to right; null for words at a slant. */
export type Way = 0 | 1 | 2 | 3 | null

/** A scanned page lies a few degrees askew; a watermark lies across. */
const askew = 0.2

/** The way of words that advance by `a` to the right and by `b` upwards. */
export const wayOf = (a: number, b: number): Way => {
  if (Math.abs(b) <= Math.abs(a) * askew) return a < 0 ? 2 : 0
  if (Math.abs(a) <= Math.abs(b) * askew) return b > 0 ? 1 : 3
  return null
}

/** The way in which most characters of a page run; words at a slant have no say. */
export const wayOfPage = (words: readonly { readonly way: Way; readonly length: number }[]): 0 | 1 | 2 | 3 => {
  const said: [number, number, number, number] = [0, 0, 0, 0]
  for (const { way, length } of words) if (way !== null) said[way] += length
  const most = Math.max(...said)
  return ([0, 1, 2, 3] as const).find(way => said[way] === most) ?? 0
}

/** What turns a page upright whose words run that way, and how high it is then. */
export const upright = (
  way: 0 | 1 | 2 | 3,
  width: number,
  height: number,
): { readonly turn: Matrix; readonly height: number } => {
  if (way === 1) return { turn: [0, -1, 1, 0, 0, width], height: width }
  if (way === 2) return { turn: [-1, 0, 0, -1, width, height], height }
  if (way === 3) return { turn: [0, 1, -1, 0, height, 0], height: width }
  return { turn: [1, 0, 0, 1, 0, 0], height }
}
