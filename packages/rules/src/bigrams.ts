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

/** How alike two texts are, 0 to 1. */
export const similarity = (one: string, other: string): number => {
  const [pairs, others] = [bigramsOf(one), bigramsOf(other)]
  let shared = 0
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0)
  return diceOf(shared, sizeOf(pairs), sizeOf(others))
}

export const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  pairs.values().reduce((sum, count) => sum + count, 0)
