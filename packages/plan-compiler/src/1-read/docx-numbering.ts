import { attribute, piecesOf } from './markup.ts'

type Level = { readonly format: string; readonly text: string; readonly start: number }

/** The automatic numbering of a Word document: by list, then by level. */
export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  /** A list that goes on counting with another is the same list. */
  readonly abstractOf: ReadonlyMap<string, string>
}

const hanDigits = [...'〇一二三四五六七八九']

const han = (n: number): string => {
  if (n <= 0 || n >= 100) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${hanDigits[tens]}十`}${ones === 0 ? '' : hanDigits[ones]}`
}

const roman = (n: number): string => {
  const steps: readonly (readonly [number, string])[] = [
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let [rest, out] = [Math.min(n, 89), '']
  for (const [value, sign] of steps)
    while (rest >= value) {
      out += sign
      rest -= value
    }
  return out
}

const written = (n: number, format: string): string => {
  if (/^(?:chinese|ideograph|japanese|taiwanese)/i.test(format)) return han(n)
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return n <= 20 ? String.fromCharCode(0x245f + n) : String(n)
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((n - 1) % 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format === 'lowerRoman') return roman(n)
  return format === 'upperRoman' ? roman(n).toUpperCase() : String(n)
}

/** Reads `numbering.xml`. */
export const readNumbering = (xml: string): Numbering => {
  const levels = new Map<string, Map<number, Level>>()
  const abstractOf = new Map<string, string>()
  let [list, number, level] = ['', '', { at: 0, format: 'decimal', text: '', start: 1 }]
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') continue
    const value = attribute(piece.attributes, 'w:val') ?? ''
    if (piece.kind === 'close') {
      if (piece.name === 'w:lvl' && list !== '') levels.get(list)?.set(level.at, level)
      if (piece.name === 'w:abstractNum') list = ''
    } else if (piece.name === 'w:abstractNum') {
      list = attribute(piece.attributes, 'w:abstractNumId') ?? ''
      levels.set(list, new Map())
    } else if (piece.name === 'w:lvl')
      level = { at: Number(attribute(piece.attributes, 'w:ilvl') ?? 0), format: 'decimal', text: '', start: 1 }
    else if (piece.name === 'w:num') number = attribute(piece.attributes, 'w:numId') ?? ''
    else if (piece.name === 'w:abstractNumId') abstractOf.set(number, value)
    else if (piece.name === 'w:numFmt') level = { ...level, format: value }
    else if (piece.name === 'w:lvlText') level = { ...level, text: value }
    else if (piece.name === 'w:start') level = { ...level, start: Number(value) || 0 }
  }
  return { levels, abstractOf }
}

/** Counts as Word does and writes the marker of each numbered paragraph. */
export const newCounter = ({ levels, abstractOf }: Numbering) => {
  const counts = new Map<string, number[]>()
  return (numberId: string, level: number): string => {
    const list = abstractOf.get(numberId)
    const shapes = list === undefined ? undefined : levels.get(list)
    const shape = shapes?.get(level)
    if (list === undefined || !shapes || !shape || level > 8) return ''
    if (shape.format === 'bullet') return '● '
    if (shape.format === 'none') return ''
    const reached = counts.get(list) ?? []
    reached[level] = (reached[level] ?? shape.start - 1) + 1
    reached.length = level + 1
    counts.set(list, reached)
    return shape.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return written(reached[at] ?? shapes.get(at)?.start ?? 1, shapes.get(at)?.format ?? 'decimal')
    })
  }
}
