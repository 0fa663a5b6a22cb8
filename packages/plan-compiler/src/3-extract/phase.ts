import type { Line } from '../2-outline/lines.ts'
import { clausesOf } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Phase, Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { anyOf, clued, endAt, fits, holds, mayHoldAny } from '../scan/clues.ts'
import { readSubject } from '../vocabulary/party.ts'
import { type ReadWindow, tellsTime, windowsIn } from '../vocabulary/windows.ts'
import { type Passage, sentencesIn, trimmed } from './passage.ts'
import { runsOf } from './runs.ts'

/** A phase and the words that announce it, where its window stands. */
export type FoundPhase = { readonly phase: Phase; readonly head: Span }

const ordinal = clued(/^(?:第[一二三四五六七八九十\d]{1,2}(?:阶段|步)|[一二三四五六]阶段(?=[:、,(\s]))[:、,.\s]{0,2}/)
const staged = clued(/^[^,。;:]{0,26}(?:阶段|时期)/)
const stagedName = clued(/(?:阶段|时期)(?=[(:。、,;\s\d]|为|$|从|自)/)
const headLength = 90
const month = clued(/[\d一二三四五六七八九十]月/)

const [open, close] = ['('.charCodeAt(0), ')'.charCodeAt(0)]
const stops = characters('。;\n!')

/** The words that announce: up to the first full stop outside brackets, at most a line and a half. */
const headOf = (text: string, start: number, end: number): Span => {
  let depth = 0
  const limit = Math.min(end, start + headLength)
  for (let i = start; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === open) depth++
    else if (code === close) depth = Math.max(0, depth - 1)
    else if (depth === 0 && stops[code] === 1 && i - start > 1) {
      // A window often opens the sentence after the name: `动员部署。4月1日至10日,…`
      const next = text.slice(i + 1, i + 14)
      const windowless = !holds(month, text, start, i)
      return {
        start,
        end: windowless && /^ ?(?:时间(?:为|安排)?:?)?[(从自]?(?:\d|20|即日)/.test(next) ? Math.min(limit, i + 40) : i,
      }
    }
  }
  return { start, end: limit }
}

const shortName = /^(?!时间|从|自|于|在|到)[\u4e00-\u9fff]{2,3}$/

const withoutWindow = (text: string, head: Span, window: ReadWindow | undefined): string => {
  const words = text.slice(head.start, head.end)
  if (!window) return words
  const named = words
    .slice(0, window.at.start - head.start)
    .replace(ordinal.shape, '')
    .replace(/[(\s:、,]/g, '')
  // `第一阶段(3月):摸底`: the name follows the window.
  if (named === '')
    return `${ordinal.shape.exec(words)?.[0] ?? ''}${words.slice(window.at.end - head.start).replace(/^[)\s:、,。]+/, '')}`
  const [from, to] = [window.at.start - head.start, window.at.end - head.start]
  return from < 4 && !shortName.test(named) ? words.slice(to) : words.slice(0, from)
}

const nameOf = (text: string, head: Span, window: ReadWindow | undefined): string => {
  const words = withoutWindow(text, head, window)
  const first = ordinal.shape.exec(words)?.[0] ?? ''
  const rest = words.slice(first.length).replace(/^[(:、,。为是\s)]+/, '')
  const stage = /^[^,。;:(]{0,26}?(?:阶段|时期)/.exec(rest)?.[0]
  const name = stage ?? /^[^,。;:(\n]{1,24}/.exec(rest)?.[0] ?? ''
  const plain = name.replace(/[\s(:、,。;]+$/, '').replace(/(?:从|自|于)$/, '')
  return plain === '' || (first !== '' && plain.length < 2) ? first.replace(/[:、,.\s]+$/, '') : plain
}

/** The heading over the phases is none of them. */
const announcing = clued(
  /^(?:实施|工作|方法|活动|创建|整治|推进|具体)?(?:(?:步骤|进度|时间|日程)(?:安排|划分|与步骤|和步骤)?|阶段(?:安排|划分))$/,
)

const found = (passage: Passage, span: Span, body: number): FoundPhase | null => {
  const head = headOf(passage.text, body, span.end)
  const windows = windowsIn(passage.text, head.start, head.end, passage.year)
  const window = windows.find(w => w.said === 'range') ?? windows[0]
  const name = nameOf(passage.text, head, window)
  if (name === '' || fits(announcing, name)) return null
  const shown = window ? { text: window.text, start: window.start, end: window.end } : null
  return {
    phase: { name, window: shown, span },
    head: { start: head.start, end: Math.max(head.end, window?.at.end ?? 0) },
  }
}

const anyStage = anyOf(ordinal, staged)

const isStaged = (text: string, start: number, end: number): boolean => {
  const stop = Math.min(end, start + 60)
  if (!mayHoldAny(anyStage, text, start, stop)) return false
  return holds(ordinal, text, start, stop) || (holds(staged, text, start, stop) && holds(stagedName, text, start, stop))
}

const windowOpens = (passage: Passage, start: number, end: number): boolean => {
  if (!tellsTime(passage.text, start, Math.min(end, start + headLength))) return false
  const head = headOf(passage.text, start, end)
  const [first] = windowsIn(passage.text, head.start, head.end, passage.year)
  return first !== undefined && (first.at.start - start < 24 || passage.text[first.at.start - 1] === '(')
}

const inPhases = (node: Node): boolean => {
  for (let at: Node | null = node; at !== null; at = at.parent) if (at.role === 'phases') return true
  return false
}

const apart = clued(/^$|[,、:(。\s](?:时间[:为]?|从|自)?$/)

/** `4月上旬:动员部署`, `动员部署(4月上旬)`, `动员,4月上旬`: the window stands apart from the name. */
const windowApart = (passage: Passage, start: number, end: number): boolean => {
  if (!tellsTime(passage.text, start, Math.min(end, start + headLength))) return false
  const head = headOf(passage.text, start, end)
  const [first] = windowsIn(passage.text, head.start, head.end, passage.year)
  if (first === undefined || first.at.start - start >= 28) return false
  // `7月1日前建成…`: a limit said first is a milestone.
  if (first.said === 'by' && first.at.start - start < 2) return false
  // `4月各社区自查`: somebody is to act then.
  if (first.at.start - start < 2 && readSubject(passage.text, first.at.end, head.end) !== null) return false
  return apart.shape.test(passage.text.slice(start, first.at.start))
}

const longestHeading = 40
/** `前期摸底(3月1日—15日):…`: a name, its window in a bracket, and what is done then. */
const nameAndWindow = clued(/^[\u4e00-\u9fff“”]{2,12}\([^()]{0,4}\d[^()]*\)[:。]/)

/** A short line of its own, or the beginning of a line, that is a name and a window. */
const isTimed = (passage: Passage, { body, end }: Line): boolean =>
  tellsTime(passage.text, body, Math.min(end, body + headLength)) &&
  (end - body <= longestHeading || holds(nameAndWindow, passage.text, body, end)) &&
  windowApart(passage, body, end)

/** Lists that are phases: numbered siblings, half of which or more say so or carry a window. */
const fromNodes = (passage: Passage): readonly FoundPhase[] => {
  const phases: FoundPhase[] = []
  for (const parent of passage.nodes) {
    if (parent.children.length === 0) continue
    const timed = inPhases(parent)
    for (const run of runsOf(parent.children)) {
      const sure = run.filter(child => isPhase(passage, child, timed))
      if (sure.length === 0) continue
      if (sure.length < 2 && run.length > 1 && !timed && !sure.some(c => c.heading.includes('阶段'))) continue
      const all = sure.length >= run.length / 2 && run.length <= 9
      for (const child of all ? run : sure) {
        const others = inlineItems(passage, child)
        const end = others[0]?.start ?? child.end
        const phase = found(passage, { start: child.start, end }, child.own[0]?.body ?? child.start)
        if (phase) phases.push(phase)
        for (const { start, body, end: stop } of others) {
          const other = found(passage, { start, end: stop }, body)
          if (other) phases.push(other)
        }
      }
    }
  }
  return phases
}

const inlineNumber = clued(/[(]?\d{1,2}[.、)]\s?(?=[\u4e00-\u9fff])|[①-⑳]/y)

/** `1.动员(3月);2.整治(4月至6月);3.总结(7月)`: the items that go on in the line of the first. */
const inlineItems = (
  passage: Passage,
  { own: [line], children }: Node,
): readonly (Span & { readonly body: number })[] => {
  if (!line || children.length > 0) return []
  return sentencesIn(passage, line)
    .slice(1)
    .flatMap(({ start, end }) => {
      const body = endAt(inlineNumber, passage.text, start)
      return body > 0 && isPiece(passage, body, end, shortPiece) ? [{ start, body, end }] : []
    })
}

/** Whether an item says that it is a phase, or has a window as one has it in a section of phases (`timed`) or elsewhere. */
const isPhase = (passage: Passage, node: Node, timed: boolean): boolean => {
  const line = node.own[0]
  const body = line?.body ?? node.start
  if (isStaged(passage.text, body, line?.end ?? node.end)) return true
  return timed ? windowOpens(passage, body, node.end) : line !== undefined && isTimed(passage, line)
}

const counted = clued(/分为?[^,。;]{0,6}阶段|[一二三四五\d]个阶段/)
const opener = clued(
  /^(?:第[一二三四五六七八九十]{1,2}(?:阶段|步)|[一二三四五六]阶段[:、,(\s]|[^,。;:(]{2,14}阶段[(:。])/,
)

/** Phases on lines, or in sentences, without numbers of their own. */
const fromLines = (passage: Passage): readonly FoundPhase[] => {
  const phases: FoundPhase[] = []
  for (const node of passage.nodes)
    for (let i = node.parent === null ? 0 : 1; i < node.own.length; i++) {
      const line = node.own[i] as Line
      if (line.marker !== null || line.kind !== 'text' || !opensPhase(passage, node, line)) continue
      const phase = found(passage, { start: line.start, end: line.end }, line.start)
      if (phase) phases.push(phase)
    }
  return phases
}

const opensPhase = (passage: Passage, node: Node, { start, end }: Line): boolean => {
  const stop = Math.min(end, start + 60)
  if (holds(counted, passage.text, start, stop)) return false
  return (
    holds(opener, passage.text, start, stop) || (end - start > 8 && inPhases(node) && windowApart(passage, start, end))
  )
}

const inlineOpener = clued(/^(?:第[一二三四五六七八九十]{1,2}阶段)/)

const fromSentences = (passage: Passage): readonly FoundPhase[] => {
  const phases: FoundPhase[] = []
  for (const { start, end, line } of passage.sentences) {
    if (start === line.body || !holds(inlineOpener, passage.text, start, Math.min(start + 12, passage.text.length)))
      continue
    const phase = found(passage, { start, end }, start)
    if (phase) phases.push(phase)
  }
  return phases
}

const shortPiece = 80
const shortClause = 30

const isPiece = (passage: Passage, start: number, end: number, longest: number): boolean =>
  end - start <= longest && windowApart(passage, start, end)

/** The pieces of a sentence that are a name and a window each: its clauses where all are, else itself. */
const piecesOf = (passage: Passage, start: number, end: number): readonly (readonly [number, number])[] => {
  const clauses = clausesOf(passage.text, start, end)
  if (clauses.length >= 3 && clauses.every(([from, to]) => isPiece(passage, from, to, shortClause))) return clauses
  return isPiece(passage, start, end, shortPiece) ? [[start, end]] : []
}

const none: readonly FoundPhase[] = []

/** `宣传发动:3月1日至20日。集中整治:4月至6月。`: a line that tells two or more phases one after another. */
const inSeries = (passage: Passage, line: Line): readonly FoundPhase[] => {
  const pieces: (readonly [number, number])[] = []
  for (const { start, end } of sentencesIn(passage, line))
    if (tellsTime(passage.text, start, end)) pieces.push(...piecesOf(passage, start, end))
  if (pieces.length < 2) return none
  return pieces.flatMap(([start, end]) => found(passage, trimmed(passage.text, start, end), start) ?? [])
}

const fromSeries = (passage: Passage): readonly FoundPhase[] => {
  const phases: FoundPhase[] = []
  for (const node of passage.nodes) {
    if (!inPhases(node)) continue
    for (const line of node.own) if (line.kind === 'text') phases.push(...inSeries(passage, line))
  }
  return phases
}

/** How many of ascending numbers are below one. */
const countBelow = (ascending: readonly number[], value: number): number => {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The named stages of the implementation, dated or not. */
export const readPhases = (passage: Passage): readonly FoundPhase[] => {
  const nodes = fromNodes(passage)
  const starts = nodes.map(n => n.phase.span.start).sort((a, b) => a - b)
  const ends = new Map(nodes.map(n => [n.phase.span.start, n.phase.span.end]))
  const inNode = (at: number) => (ends.get(starts[countBelow(starts, at + 1) - 1] ?? -1) ?? 0) > at
  const series = fromSeries(passage).filter(p => !inNode(p.head.start))
  const told = series.map(p => p.head.start).sort((a, b) => a - b)
  const announced = new Set(nodes.map(n => n.head.start))
  const taken = ({ head, phase: { span } }: FoundPhase) =>
    announced.has(head.start) || (told[countBelow(told, span.start)] ?? span.end) < span.end
  const lines = fromLines(passage).filter(p => !taken(p))
  const outer = [...nodes, ...series, ...lines]
  return [...outer, ...fromSentences(passage)].sort((a, b) => a.phase.span.start - b.phase.span.start)
}
