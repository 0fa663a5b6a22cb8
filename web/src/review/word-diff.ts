export type Piece = { readonly what: 'same' | 'gone' | 'new'; readonly text: string }

/**
 * What changed between two sentences: Chinese by character, figures and Latin words whole. Islands of one or two
 * characters between changes count as changed, so that the eye is not asked to read confetti.
 */
export const diffWords = (before: string, after: string): readonly Piece[] => {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  return smooth(joined(old.length * fresh.length > cellLimit ? replaced(before, after) : align(old, fresh)))
}

const cellLimit = 4_000_000

const tokensOf = (text: string): readonly string[] => text.match(/[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|[\s\S]/gu) ?? []

const replaced = (before: string, after: string): readonly Piece[] => [
  { what: 'gone', text: before },
  { what: 'new', text: after },
]

/** Longest common subsequence; tables of lengths of what is left from each pair of places. */
const align = (old: readonly string[], fresh: readonly string[]): readonly Piece[] => {
  const width = fresh.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      table[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pieces: Piece[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < fresh.length) {
    const [gone, come] = [old[row], fresh[column]]
    if (gone !== undefined && gone === come) {
      pieces.push({ what: 'same', text: gone })
      row++
      column++
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ what: 'gone', text: gone })
      row++
    } else if (come !== undefined) {
      pieces.push({ what: 'new', text: come })
      column++
    }
  }
  return pieces
}

const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.what === piece.what) result[result.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text !== '') result.push(piece)
  }
  return result
}

const island = 2

/** Runs of changes with small islands between them become one thing gone and one thing new. */
const smooth = (pieces: readonly Piece[]): readonly Piece[] => {
  const result: Piece[] = []
  let run: Piece[] = []
  const flush = () => {
    result.push({ what: 'gone', text: textOf(run, 'new') }, { what: 'new', text: textOf(run, 'gone') })
    run = []
  }
  for (const [index, piece] of pieces.entries()) {
    const small = piece.what === 'same' && piece.text.length <= island && run.length > 0 && index < pieces.length - 1
    if (piece.what !== 'same' || small) run.push(piece)
    else {
      if (run.length > 0) flush()
      result.push(piece)
    }
  }
  if (run.length > 0) flush()
  return joined(result.filter(({ text }) => text !== ''))
}

/** The text of a run but for one side's pieces: what it read before, or what it reads now. */
const textOf = (run: readonly Piece[], without: 'gone' | 'new'): string =>
  run
    .filter(({ what }) => what !== without)
    .map(({ text }) => text)
    .join('')
