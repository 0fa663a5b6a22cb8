/** Line and column, from 1, as an editor counts them. */
export type Position = { readonly line: number; readonly column: number }

/**
 * Where the offsets of a cleaned text lie in the document. Cleaning leaves characters out and adds none, so the one is
 * read off the other from left to right; null where that does not work out.
 */
const offsetsIn = (document: string, cleaned: string): Uint32Array | null => {
  const offsets = new Uint32Array(cleaned.length + 1)
  let at = 0
  for (let i = 0; i < cleaned.length; i++) {
    const wanted = cleaned[i]
    while (at < document.length && document[at] !== wanted && !(wanted === '\n' && document[at] === '\r')) at++
    if (at >= document.length) return null
    offsets[i] = at++
  }
  offsets[cleaned.length] = at
  return offsets
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n?|\n/g), m => m.index + m[0].length),
]

const lastAtMost = (sorted: readonly number[], value: number): number => {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}

/** Says where in the document an offset into the cleaned text lies. */
export const sourceMap = (document: string, cleaned: string): ((offset: number) => Position) => {
  const offsets = offsetsIn(document, cleaned)
  const text = offsets ? document : cleaned
  const starts = lineStarts(text)
  return offset => {
    const at = offsets?.[offset] ?? offset
    const line = lastAtMost(starts, at)
    return { line: line + 1, column: [...text.slice(starts[line], at)].length + 1 }
  }
}
