import { characters, isDigit } from '../scan/characters.ts'
import { oncePerPlace } from '../scan/clues.ts'
import type { Line } from './lines.ts'
import type { Node } from './tree.ts'

/** A stretch of text between full stops. `node` is the section it stands in. */
export type Sentence = { readonly start: number; readonly end: number; readonly node: Node; readonly line: Line }

const [open, close, comma, colon] = [...'(),:'].map(c => c.charCodeAt(0))
const full = '。'.charCodeAt(0)
/** A tab parts the cells of a table. */
const enders = characters('。!?；;\t')

/** Ends of the sentences of one line; signs inside brackets do not end one. */
const cut = (text: string, start: number, end: number): readonly (readonly [number, number])[] => {
  const pieces: [number, number][] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === open) depth++
    else if (c === close) depth = Math.max(0, depth - 1)
    else if (enders[c] === 1) {
      if (c === full && depth > 0 && !text.slice(i, Math.min(end, i + 120)).includes(')')) depth = 0
      if (depth > 0) continue
      if (i > from) pieces.push([from, i])
      from = i + 1
    }
  }
  if (end > from) pieces.push([from, end])
  return pieces
}

/** The sentences of a line, the marker left out. */
export const sentencesOf = (text: string, line: Line, node: Node): readonly Sentence[] =>
  cut(text, line.body, line.end).map(([start, end]) => ({ start, end, node, line }))

/** The pauses inside a sentence: pieces between commas and colons, brackets kept whole. */
export const clausesOf = oncePerPlace((text, start, end): readonly (readonly [number, number])[] => {
  const pieces: [number, number][] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === open) depth++
    else if (c === close) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (c === comma || (c === colon && !isTimeOfDay(text, i)))) {
      if (i > from) pieces.push([from, i])
      from = i + 1
    }
  }
  if (end > from) pieces.push([from, end])
  return pieces
})

/** The colon of `12:00` is no pause. */
const isTimeOfDay = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
