/** Ranges of characters that take two columns: East Asian wide and full-width, and pictures. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

const combining = /\p{Mn}|\p{Me}|\p{Cf}/u

const columnsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (combining.test(character)) return 0
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

/** The columns that a text takes on a screen. */
export const width = (text: string): number => {
  let columns = 0
  for (const character of text) columns += columnsOf(character)
  return columns
}

/** A text with spaces after it, so that it takes at least so many columns. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

/** As much of a text, from its beginning, as fits so many columns. */
export const fitting = (text: string, columns: number): string => {
  let used = 0
  let kept = ''
  for (const character of text) {
    used += columnsOf(character)
    if (used > columns) break
    kept += character
  }
  return kept
}

/** As much of a text, up to its end, as fits so many columns. */
export const fittingEnd = (text: string, columns: number): string => {
  let used = 0
  let kept = ''
  for (const character of [...text].reverse()) {
    used += columnsOf(character)
    if (used > columns) break
    kept = character + kept
  }
  return kept
}
