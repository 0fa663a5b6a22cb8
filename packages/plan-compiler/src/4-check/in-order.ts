/** The first index whose item satisfies `reached`, in a list where all after it do. */
export const firstWhere = <T>(items: readonly T[], reached: (item: T) => boolean): number => {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && reached(item)) high = middle
    else low = middle + 1
  }
  return low
}

/** The items of an ordered list that lie in a stretch of text. */
export const within = <T>(
  items: readonly T[],
  placeOf: (item: T) => { start: number; end: number },
  start: number,
  end: number,
): readonly T[] => {
  const from = firstWhere(items, item => placeOf(item).start >= start)
  const to = firstWhere(items, item => placeOf(item).end > end)
  return items.slice(from, Math.max(from, to))
}
