import { characters, isDigit } from '../scan/characters.ts'
import { oncePerPlace } from '../scan/clues.ts'
import type { Line } from './lines.ts'
import type { Node } from './tree.ts'

/** A stretch of text between full stops. `node` is the section it stands in. */
export type Sentence = { readonly start: number; readonly end: number; readonly node: Node; readonly line: Line }

const [open, close, comma, colon] = [...'(),:'].map(c => c.charCodeAt(0))
const full = '。'.charCodeAt(0)
/** A tab parts the cells of a table. */
const signs = characters('()。!?；;\t')

const farthest = 120

/** Whether a bracket that is open is closed not far behind a place. */
const closesBehind = (text: string, at: number, end: number): boolean => {
  for (const most = Math.min(end, at + farthest); at < most; at++) if (text.charCodeAt(at) === close) return true
  return false
}

/** The sentences of a line, the marker left out; signs inside brackets do not end one. */
export const sentencesOf = (text: string, line: Line, node: Node): readonly Sentence[] => {
  const sentences: Sentence[] = []
  const { end } = line
  let start = line.body
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (signs[c] === 0) continue
    if (c === open) depth++
    else if (c === close) depth = Math.max(0, depth - 1)
    else {
      if (c === full && depth > 0 && !closesBehind(text, i, end)) depth = 0
      if (depth > 0) continue
      if (i > start) sentences.push({ start, end: i, node, line })
      start = i + 1
    }
  }
  if (end <= start) return sentences
  const last = { start, end, node, line }
  // Most lines are one sentence, for which a list that grows would be made too long.
  if (sentences.length === 0) return [last]
  sentences.push(last)
  return sentences
}

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
