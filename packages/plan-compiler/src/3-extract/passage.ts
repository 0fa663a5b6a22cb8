import type { Line } from '../2-outline/lines.ts'
import { type Sentence, sentencesOf } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { type Clued, clued, holds } from '../scan/clues.ts'

/** One plan, ready to be read: canonical text, its tree and its sentences in order. */
export type Passage = {
  readonly text: string
  readonly span: Span
  readonly root: Node
  readonly nodes: readonly Node[]
  readonly lines: readonly Line[]
  readonly sentences: readonly Sentence[]
  readonly told: ReadonlyMap<Line, readonly Sentence[]>
  /** Fills in missing years. */
  readonly year: number | null
}

export const newPassage = (text: string, root: Node, year: number | null): Passage => {
  const nodes: Node[] = []
  const lines: Line[] = []
  const sentences: Sentence[] = []
  const told = new Map<Line, readonly Sentence[]>()
  addNode(root, nodes)
  for (const node of nodes)
    for (const line of node.own) {
      const own = sentencesOf(text, line, node)
      lines.push(line)
      if (own.length > 0) told.set(line, own)
      for (const sentence of own) sentences.push(sentence)
    }
  lines.sort((a, b) => a.start - b.start)
  return { text, span: { start: root.start, end: root.end }, root, nodes, lines, sentences, told, year }
}

/** A node and those below it, in the order of the text. */
const addNode = (node: Node, nodes: Node[]): void => {
  nodes.push(node)
  for (const child of node.children) addNode(child, nodes)
}

const untold: readonly Sentence[] = []

/** The sentences of one of the plan's lines. */
export const sentencesIn = ({ told }: Passage, line: Line): readonly Sentence[] => told.get(line) ?? untold

/** Signs that are no words, before a stretch and after it. */
const before = characters(',;:。、', 'and blanks')
const after = characters(',;:、', 'and blanks')

/** The words between two offsets, without the blanks around them. */
export const trimmed = (text: string, start: number, end: number): Span => {
  let from = start
  let to = end
  while (from < to && before[text.charCodeAt(from)] === 1) from++
  while (to > from && after[text.charCodeAt(to - 1)] === 1) to--
  return { start: from, end: to }
}

export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end)

const ends = characters('、.:', 'and blanks')

const withoutSigns = (name: string): string => {
  let end = name.length
  while (end > 0 && ends[name.charCodeAt(end - 1)] === 1) end--
  return name.slice(0, end)
}

/** Marker path of a section, such as `三/(一)`. */
export const pathOf = (node: Node): string => pathBelow(node) ?? ''

const pathBelow = (node: Node): string | null => {
  if (node.parent === null) return null
  const above = pathBelow(node.parent)
  const own = withoutSigns(node.marker?.text ?? node.heading)
  return above === null ? own : `${above}/${own}`
}

/** Whether the words of a section's heading hold a match. */
export const headingHolds = ({ text }: Passage, { heading, headingStart }: Node, pattern: Clued): boolean =>
  holds(pattern, text, headingStart, headingStart + heading.length)

/** Whether `node` or a section around it passes the test. */
export const within = (node: Node, test: (n: Node) => boolean): Node | null => {
  for (let at: Node | null = node; at !== null; at = at.parent) if (test(at)) return at
  return null
}

/** No clause says more things of one kind than this; beyond it is noise, and would be read in quadratic time. */
export const mostPerClause = 32

const report = clued(
  /(?:我们|我社区|半年来|一年来|今年以来|以来|先后|已经|已(?=[\u4e00-\u9fff])|共(?=[\u4e00-\u9fff]{1,4}\d))/,
)

const over = clued(/[\u4e00-\u9fff]了(?!解)/)

/** Whether a stretch tells what was done rather than what is to be done. */
export const tellsOfThePast = (text: string, { start, end }: Span): boolean =>
  holds(over, text, start, end) || holds(report, text, start, end)
