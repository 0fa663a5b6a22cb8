/** A share with its doubt; both bounds within 0 and 1. */
export type Interval = { readonly low: number; readonly high: number }

/** For 95 in 100. */
export const z95 = 1.959963984540054

/**
 * Wilson's score interval for a share seen in a sample: unlike the textbook's it stays within 0 and 1 and stays honest when the
 * sample is small or everything conforms. An empty sample says nothing: 0 to 1.
 */
export const wilsonInterval = (successes: number, sample: number, z: number = z95): Interval => {
  if (sample <= 0) return { low: 0, high: 1 }
  const share = successes / sample
  const spread = z * z
  const centre = share + spread / (2 * sample)
  const margin = z * Math.sqrt((share * (1 - share) + spread / (4 * sample)) / sample)
  const scale = 1 + spread / sample
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - margin) / scale),
    high: successes === sample ? 1 : Math.min(1, (centre + margin) / scale),
  }
}
