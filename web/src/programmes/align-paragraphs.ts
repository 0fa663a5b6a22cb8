export type AlignedRow = { readonly key: string; readonly old: string | null; readonly fresh: string | null }

/**
 * Sets the paragraphs of two versions side by side. Those that are the same hold the rest in place; between them, a
 * paragraph gone and one new stand on one row where they share most of their characters.
 */
export const alignParagraphs = (old: readonly string[], fresh: readonly string[]): readonly AlignedRow[] => {
  const rows: AlignedRow[] = []
  let [from, to] = [0, 0]
  for (const [row, column] of [...commonOf(old, fresh), [old.length, fresh.length] as const]) {
    rows.push(...pairUp(old.slice(from, row), fresh.slice(to, column), `${from}.${to}`))
    const [left, right] = [old[row], fresh[column]]
    if (left !== undefined && right !== undefined) rows.push({ key: `${row}=${column}`, old: left, fresh: right })
    from = row + 1
    to = column + 1
  }
  return rows
}

/** Places of the paragraphs both have, in order: a longest common subsequence. */
const commonOf = (old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] => {
  const width = fresh.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      table[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < old.length && column < fresh.length; ) {
    if (old[row] === fresh[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

const alike = 0.45

const pairUp = (gone: readonly string[], come: readonly string[], key: string): readonly AlignedRow[] => {
  const rows: AlignedRow[] = []
  let next = 0
  for (const [index, old] of gone.entries()) {
    const match = come.findIndex((fresh, at) => at >= next && likeness(old, fresh) >= alike)
    if (match === -1) {
      rows.push({ key: `${key}-${index}`, old, fresh: null })
      continue
    }
    for (; next < match; next++) rows.push({ key: `${key}+${next}`, old: null, fresh: come[next] ?? '' })
    rows.push({ key: `${key}~${index}`, old, fresh: come[match] ?? '' })
    next = match + 1
  }
  for (; next < come.length; next++) rows.push({ key: `${key}+${next}`, old: null, fresh: come[next] ?? '' })
  return rows
}

/** How many of the pairs of neighbouring characters two texts share, 0 to 1 (Dice). */
const likeness = (one: string, other: string): number => {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  const shared = [...left].filter(pair => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
