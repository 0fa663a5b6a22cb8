/** Pairs of neighbouring characters with how often each occurs; a single character stands for itself. */
export const bigramsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let index = 0; index < Math.max(1, text.length - 1); index += 1) {
    const pair = text.slice(index, index + 2)
    if (pair !== '') counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Dice's measure, 0 to 1, from what two texts share. */
export const diceOf = (shared: number, one: number, other: number): number =>
  one + other === 0 ? 1 : (2 * shared) / (one + other)

export const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  pairs.values().reduce((sum, count) => sum + count, 0)
