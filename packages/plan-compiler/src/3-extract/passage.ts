import type { Line } from '../2-outline/lines.ts'
import { type Sentence, sentencesOf } from '../2-outline/sentences.ts'
import { descendants, type Node } from '../2-outline/tree.ts'
import type { Span } from '../plan.ts'

/** One plan, ready to be read: canonical text, its tree and its sentences in order. */
export type Passage = {
  readonly text: string
  readonly span: Span
  readonly root: Node
  readonly nodes: readonly Node[]
  readonly lines: readonly Line[]
  readonly sentences: readonly Sentence[]
  /** Fills in missing years. */
  readonly year: number | null
}

export const newPassage = (text: string, root: Node, year: number | null): Passage => {
  const nodes = [root, ...descendants(root)]
  const sentences = nodes.flatMap(node => node.own.flatMap(line => sentencesOf(text, line, node)))
  const lines = nodes.flatMap(node => node.own).sort((a, b) => a.start - b.start)
  return { text, span: { start: root.start, end: root.end }, root, nodes, lines, sentences, year }
}

/** The words between two offsets, without the blanks around them. */
export const trimmed = (text: string, start: number, end: number): Span => {
  let [from, to] = [start, end]
  while (from < to && /[\s,;:。、]/.test(text[from] ?? '')) from++
  while (to > from && /[\s,;:、]/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Marker path of a section, such as `三/(一)`. */
export const pathOf = (node: Node): string => {
  const parts: string[] = []
  for (let at: Node | null = node; at !== null && at.parent !== null; at = at.parent)
    parts.unshift((at.marker?.text ?? at.heading).replace(/[、.:\s]+$/, ''))
  return parts.join('/')
}

/** Whether `node` or a section around it passes the test. */
export const within = (node: Node, test: (n: Node) => boolean): Node | null => {
  for (let at: Node | null = node; at !== null; at = at.parent) if (test(at)) return at
  return null
}

/** No clause says more things of one kind than this; beyond it is noise, and would be read in quadratic time. */
export const mostPerClause = 32

const report =
  /(?:我们|我社区|半年来|一年来|今年以来|以来|先后|已经|已(?=[\u4e00-\u9fff])|共(?=[\u4e00-\u9fff]{1,4}\d))/

/** Whether a stretch tells what was done rather than what is to be done. */
export const tellsOfThePast = (words: string): boolean => /[\u4e00-\u9fff]了(?!解)/.test(words) || report.test(words)
