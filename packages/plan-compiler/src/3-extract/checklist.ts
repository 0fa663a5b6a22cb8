import type { Line } from '../2-outline/lines.ts'
import { clausesOf } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Checklist, Span } from '../plan.ts'
import { type Clued, clued, endAt, holds, matchIn, mayHold } from '../scan/clues.ts'
import { conditionsShare, isCondition } from '../vocabulary/conditions.ts'
import { checklistItem } from './checklist-item.ts'
import { headingHolds, type Passage, sentencesIn, within } from './passage.ts'
import { runsOf } from './runs.ts'
import { tableChecklists } from './table-checklist.ts'

/** A checklist and the sections that are its items, which are then read as nothing else. */
export type FoundChecklist = { readonly checklist: Checklist; readonly nodes: readonly Node[] }

const bodyOf = (node: Node): number => node.own[0]?.body ?? node.start
/** Paragraphs without a number after the last item belong to the section around. */
const itemEnd = (node: Node): number => (node.children.length > 0 ? node.end : (node.own[0]?.end ?? node.end))

const placeOf = (node: Node): Span => ({ start: bodyOf(node), end: itemEnd(node) })

const named = clued(/标准|条件|要求|指标|内容/)
const standard = clued(
  /(?:标准|条件)[^,。;]{0,6}$|测评要求|评分|达标要求|^标准|(?:应|要|须|具备|符合)(?:做到|达到|符合|具备|下列|以下)[^,。;]{0,10}:?$/,
)

const pointTypeOf = (heading: string): string =>
  heading
    .replace(/[(（][^()（）]{0,20}[)）]/g, '')
    .replace(/^(?:[、,\s]|创建点位|点位|关于)+[:：]?/, '')
    .replace(
      /(?:的)?(?:创建|测评|考核|验收|参照执行|工作|评定|整治|基本|建设|具体|达标)*(?:标准|条件|测评要求|要求)?[:：。]?$/,
      '',
    )
    .replace(/(?:应当?|必须)?(?:具备|符合)(?:下列|以下)$/, '')
    .trim()

/** The words of a section's first line up to the full stop: longer than its heading where a colon parts it. */
const headingLine = (passage: Passage, node: Node): string => {
  const { start, end } = headingPlace(passage, node)
  return passage.text.slice(start, end)
}

const longestHeading = 60
const fullStop = '。'.charCodeAt(0)

const headingPlace = ({ text }: Passage, { own: [line], marker, heading, start }: Node): Span => {
  if (!line || (!marker && heading === '')) return { start, end: start }
  const most = Math.min(line.end, line.body + longestHeading)
  let end = line.body
  while (end < most && text.charCodeAt(end) !== fullStop) end++
  return { start: line.body, end }
}

const announces = (passage: Passage, node: Node, pattern: Clued): boolean => {
  const { start, end } = headingPlace(passage, node)
  return holds(pattern, passage.text, start, end)
}

/** `有下列情形之一的,不得申报`: cases that shut out are no conditions to be met. */
const shutsOut = clued(/(?:情形|情况|行为)之一/)

const ofNodes = (passage: Passage, heading: string, run: readonly Node[]): FoundChecklist => {
  const items = run.map(node => checklistItem(passage, { start: bodyOf(node), end: itemEnd(node) }))
  const last = run.at(-1)
  const span = { start: run[0]?.start ?? 0, end: last ? itemEnd(last) : 0 }
  return { checklist: { pointType: pointTypeOf(heading), items, span }, nodes: run }
}

const isExcluded = ({ role }: Node): boolean =>
  role === 'goals' || role === 'guiding' || role === 'phases' || role === 'assurance'

const excludedRole = (node: Node): boolean => within(node, isExcluded) !== null

const leaves = (run: readonly Node[]): boolean =>
  run.every(n => n.children.length === 0 || n.children.every(c => c.children.length === 0))

const looksLikeOne = (passage: Passage, parent: Node, run: readonly Node[]): boolean => {
  const share = (least: number): boolean => conditionsShare(passage.text, run.map(placeOf), least)
  if (within(parent, n => n.role === 'standards' || headingHolds(passage, n, standard)) !== null)
    return leaves(run) && (announces(passage, parent, standard) || share(0.3))
  if (excludedRole(parent)) return false
  let total = 0
  for (const { start, end } of run) total += end - start
  return total / run.length < 600 && share(0.65)
}

const holdsLists = (passage: Passage, run: readonly Node[]): boolean => {
  for (const node of run) if (node.children.length >= 2 && announces(passage, node, standard)) return true
  return false
}

/** Lists whose items are conditions, section by section. */
const fromSections = (passage: Passage, parent: Node, found: FoundChecklist[]): void => {
  const own: FoundChecklist[] = []
  for (const run of runsOf(parent.children))
    if (
      run.length >= 2 &&
      !holdsLists(passage, run) &&
      !announces(passage, parent, shutsOut) &&
      looksLikeOne(passage, parent, run)
    )
      own.push(ofNodes(passage, headingLine(passage, parent), run))
  for (const checklist of own) found.push(checklist)
  const taken = new Set(own.flatMap(({ nodes }) => nodes))
  for (const child of parent.children)
    if (child.children.length > 0 && (!taken.has(child) || tellsMore(passage, child)))
      fromSections(passage, child, found)
}

/** `卫生标准` among the items of a list: it may be a list itself. */
const tellsMore = (passage: Passage, node: Node): boolean =>
  node.children.length >= 3 && headingHolds(passage, node, named)

const spanOfItems = (items: readonly Span[]): Span => ({
  start: items[0]?.start ?? 0,
  end: items[items.length - 1]?.end ?? 0,
})

const ofSpans = (passage: Passage, pointType: string, spans: readonly Span[]): Checklist => ({
  pointType: pointTypeOf(pointType),
  items: spans.map(span => checklistItem(passage, span)),
  span: spanOfItems(spans),
})

const without = clued(/“?([一二三四五六七八九十]{1,2})(无|有|不|净|好)”?[,、]?(?:即|:|是指|标准)/)

/** `六无,即无…、无…`: a list inside a sentence. */
const counted = (passage: Passage, start: number, end: number): readonly Checklist[] => {
  const m = matchIn(without, passage.text, start, end)
  if (!m) return none
  const words = passage.text.slice(start, end)
  const from = start + m.index + m[0].length
  const items: Span[] = []
  let at = from
  for (const piece of passage.text.slice(from, end).split(/[、,]/)) {
    if (piece.trim().length >= 2) items.push({ start: at, end: at + piece.length })
    at += piece.length + 1
  }
  return items.length >= 3
    ? [ofSpans(passage, words.slice(0, m.index + m[0].length).replace(/(?:要|应)?(?:达到|做到|实现).*$/, ''), items)]
    : []
}

const absence = clued(/无/)
const none: readonly Checklist[] = []
const stateClause = clued(/无|有(?!效|关|利|助|计划|针对|条件|步骤)|没有|不乱|实行/y)

/** A sentence of `有…,无…,无…`: each clause is a condition. */
const strung = (passage: Passage, start: number, end: number): readonly Checklist[] => {
  if (!holds(absence, passage.text, start, end)) return none
  const clauses = clausesOf(passage.text, start, end)
  const first = clauses.findIndex(([from]) => endAt(stateClause, passage.text, from) > 0)
  if (first < 0) return []
  const run = clauses.slice(first)
  const stated = run.filter(([from]) => endAt(stateClause, passage.text, from) > 0)
  const absent = run.filter(([from]) => passage.text[from] === '无')
  if (stated.length < 4 || absent.length < 2 || stated.length < run.length) return []
  return [
    ofSpans(
      passage,
      passage.text.slice(start, clauses[first]?.[0] ?? start),
      run.map(([from, to]) => ({ start: from, end: to })),
    ),
  ]
}

/** A paragraph whose every sentence states a condition; beside others that do, one that begins so will do. */
const paragraph = (passage: Passage, node: Node, line: Line, beside: boolean): readonly Checklist[] => {
  if (!beside && !holds(absence, passage.text, line.start, line.end)) return none
  const all = sentencesIn(passage, line).filter(s => s.end - s.start > 4)
  const first = all.findIndex(s => isCondition(passage.text, s))
  const pieces = first < 0 ? [] : all.slice(first)
  const absent = passage.text.slice(line.start, line.end).match(/无(?!疫|偿|论|物业|障碍|人机|线|锡)/g)?.length ?? 0
  if (beside && first === 0 && pieces.length >= 2) return [ofSpans(passage, node.heading, pieces)]
  if (pieces.length < 2 || absent < 2) return []
  return conditionsShare(passage.text, pieces, 0.5) ? [ofSpans(passage, node.heading, pieces)] : []
}

const fewestBeside = 2

/** Whether several paragraphs of a section are lists of conditions. */
const besideOthers = (passage: Passage, node: Node): boolean => {
  if (node.own.length <= fewestBeside || excludedRole(node)) return false
  const lists = node.own.filter(
    line => line.kind === 'text' && line.marker === null && paragraph(passage, node, line, false).length > 0,
  )
  return lists.length >= fewestBeside
}

const fewestLines = 3
const longestLine = 120

/** Under a heading of standards, unmarked lines that are an item each. */
const fromOwnLines = (passage: Passage, node: Node): readonly Checklist[] => {
  if (node.role !== 'standards' || node.children.length > 0 || node.own.length <= fewestLines) return none
  if (!announces(passage, node, standard)) return none
  const lines = node.own.slice(1)
  const whole = lines.every(
    line =>
      line.kind === 'text' &&
      line.end - line.start <= longestLine &&
      sentencesIn(passage, line).filter(s => s.end - s.start > 1).length === 1,
  )
  if (!whole || !conditionsShare(passage.text, lines, 0.3)) return none
  const spans = lines.map(line => ({ start: line.start, end: line.end }))
  return [ofSpans(passage, headingLine(passage, node), spans)]
}

/** A list inside a sentence has one of these: `六无,即…`, `…,无…,无…`. */
const listing = clued(/[一二三四五六七八九十](?:无|有|不|净|好)|无/)

const fromText = (passage: Passage, taken: ReadonlySet<Node>): readonly Checklist[] => {
  const found: Checklist[] = []
  for (const node of passage.nodes) {
    const inList = taken.size > 0 && within(node, n => taken.has(n)) !== null
    const lines = inList ? none : fromOwnLines(passage, node)
    if (lines.length > 0) {
      for (const list of lines) found.push(list)
      continue
    }
    const beside = !inList && besideOthers(passage, node)
    for (const line of node.own)
      if (line.kind === 'text') for (const list of fromLine(passage, node, line, inList, beside)) found.push(list)
  }
  return found
}

const fromLine = (passage: Passage, node: Node, line: Line, inList: boolean, beside: boolean): readonly Checklist[] => {
  const inside = mayHold(listing, passage.text, line.body, line.end)
    ? sentencesIn(passage, line).flatMap(s => [
        ...counted(passage, s.start, s.end),
        ...(inList ? [] : strung(passage, s.start, s.end)),
      ])
    : none
  if (inside.length > 0 || inList || line.marker !== null || excludedRole(node)) return inside
  return paragraph(passage, node, line, beside)
}

const isRow = ({ kind }: Line): boolean => kind === 'table'

/** The lists of conditions that a place or unit must meet. */
export const readChecklists = (passage: Passage): readonly FoundChecklist[] => {
  const sections: FoundChecklist[] = []
  fromSections(passage, passage.root, sections)
  const taken = new Set(sections.flatMap(f => f.nodes))
  for (const checklist of fromText(passage, taken)) sections.push({ checklist, nodes: [] })
  for (const node of passage.nodes)
    if (node.own.some(isRow))
      for (const checklist of tableChecklists(passage, node, pointTypeOf)) sections.push({ checklist, nodes: [] })
  return sections.sort((a, b) => a.checklist.span.start - b.checklist.span.start)
}
