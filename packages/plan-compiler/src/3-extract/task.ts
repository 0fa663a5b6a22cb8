import type { Line } from '../2-outline/lines.ts'
import { isTitle } from '../2-outline/split-plans.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Task, Window } from '../plan.ts'
import { characters, firstOf } from '../scan/characters.ts'
import { clued, endAt, holds } from '../scan/clues.ts'
import { readWholly } from '../vocabulary/party.ts'
import { bracketedIn } from '../vocabulary/party-brackets.ts'
import { type Labelled, labelledIn } from '../vocabulary/party-labels.ts'
import { type ReadWindow, readWindow, windowsIn } from '../vocabulary/windows.ts'
import { chargeAlone, type Doing, doersIn } from './doers.ts'
import { because } from './doubts/doubt-words.ts'
import { unsure } from './doubts/unsure.ts'
import { eachOnce } from './each-once.ts'
import { chargedItem } from './group-setup.ts'
import { headingHolds, type Passage, pathOf, trimmed, wordsOf } from './passage.ts'
import { tableTasks } from './table.ts'
import { unitsBySiblings } from './unit-lists.ts'

type Parties = Pick<Task, 'lead' | 'responsible' | 'support'>

const none: readonly string[] = []
const nobody: Parties = { lead: [], responsible: [], support: [] }

const fromLabels = (labels: readonly Labelled[]): Parties => {
  if (labels.length === 0) return nobody
  const named = (role: Labelled['role']) => eachOnce(labels.filter(l => l.role === role).flatMap(l => l.names))
  return { lead: named('lead'), responsible: named('responsible'), support: named('support') }
}

const plainWindow = ({ text, start, end }: Window): Window => ({ text, start, end })

/** The limit that a stretch sets for itself: the last `…前`, `…底` or range in it. */
const dueIn = (passage: Passage, start: number, end: number): Window | null => {
  const windows = windowsIn(passage.text, start, end, passage.year)
  for (let i = windows.length - 1; i >= 0; i--) {
    const window = windows[i] as ReadWindow
    if (window.said === 'by' || window.said === 'range') return plainWindow(window)
  }
  return null
}

/** `3月:走访慰问。`: a row of a schedule is due in its month. */
const scheduledAt = ({ text, year }: Passage, start: number): Window | null => {
  const window = readWindow(text, start, year)
  return window && text[window.at.end] === ':' ? plainWindow(window) : null
}

/** `levels`: how many headings up the limit around was stated. */
type Limits = { readonly own: Window | null; readonly around: Window | null; readonly levels: number }

const firstWords = 400
const limitsSeen = new WeakMap<Passage, Map<Node, Limits>>()

const limitsIn = (passage: Passage): Map<Node, Limits> => {
  const known = limitsSeen.get(passage)
  if (known) return known
  const limits = new Map<Node, Limits>()
  limitsSeen.set(passage, limits)
  return limits
}

/** The deadline that a section's first line sets, and the one that the sections around state for all that is in them. */
const limitsOf = (passage: Passage, node: Node): Limits => {
  const seen = limitsIn(passage)
  const known = seen.get(node)
  if (known) return known
  const end = Math.min(node.own[0]?.end ?? node.end, node.start + firstWords)
  const own = node.parent ? dueIn(passage, node.start, end) : null
  const outer = node.parent ? limitsOf(passage, node.parent) : null
  const levels = outer === null || outer.own ? 1 : outer.levels + 1
  const limits = { own, around: outer ? (outer.own ?? outer.around) : null, levels }
  seen.set(node, limits)
  return limits
}

const task = (passage: Passage, node: Node, start: number, end: number, parties: Parties, due: Window | null): Task => {
  const span = trimmed(passage.text, start, end)
  const own = due ?? dueIn(passage, start, end) ?? scheduledAt(passage, span.start)
  const limits = own ? unlimited : limitsOf(passage, node)
  const near = own ?? (start > node.headingEnd ? limits.own : null)
  const { lead, responsible, support } = parties
  const made: Task = {
    text: wordsOf(passage.text, span),
    lead,
    responsible,
    support,
    due: near ?? limits.around,
    section: pathOf(node),
    span,
  }
  return unsure(made, near === null && limits.around !== null && limits.levels > 1 ? because('limit-from-far') : null)
}

const unlimited: Limits = { own: null, around: null, levels: 1 }

const dueOf = (passage: Passage, labels: readonly Labelled[]): Window | null => {
  const label = labels.find(l => l.role === 'due')
  if (!label) return null
  const read =
    dueIn(passage, label.start, label.end) ?? windowsIn(passage.text, label.start, label.end, passage.year)[0]
  return read
    ? plainWindow(read)
    : { text: passage.text.slice(label.start, label.end).replace(/^[^:]*:/, ''), start: null, end: null }
}

/** Labels that stand together (`(牵头领导:…;责任单位:…)`) close one task. */
const groupsOf = (text: string, labels: readonly Labelled[]): readonly (readonly Labelled[])[] => {
  const groups: Labelled[][] = []
  for (const label of labels) {
    const open = groups[groups.length - 1]
    const last = open?.[open.length - 1]
    if (open && last && !han.shape.test(text.slice(last.end, label.start))) open.push(label)
    else groups.push([label])
  }
  return groups
}

/** Tasks whose parties are named in brackets or on a line after them. */
const labelledTasks = (passage: Passage, node: Node, labels: readonly Labelled[]): readonly Task[] => {
  const end = node.own[node.own.length - 1]?.end ?? node.end
  // Before the first marker stand titles, which are no part of the first task.
  const first = node.parent === null ? node.own.find(line => !isTitle(passage.text, line)) : node.own[0]
  let from = first?.body ?? node.start
  return groupsOf(passage.text, labels).map((group, i, all) => {
    const stop = group[group.length - 1]?.end ?? end
    const until = passage.text[stop] === ')' ? stop + 1 : stop
    const leading = group[0]?.start === from
    const next = all[i + 1]?.[0]?.start
    const made = task(passage, node, from, leading ? (next ?? end) : until, fromLabels(group), dueOf(passage, group))
    from = until
    return made
  })
}

/** `副组长:李素琴(物业科科长)`: the bracket tells an office, not who has work. */
const holdsPost = clued(
  /^(?:第一|执行|常务)?副?\s{0,4}(?:组\s{0,4}长|主\s{0,4}任|总指挥|指挥长|队\s{0,4}长|会\s{0,4}长|召集人)\s?:|^[成组队]\s{0,4}员(?:单位)?\s?:/,
)

const partiesOf = (passage: Passage, line: Line): readonly Labelled[] => {
  const labelled = labelledIn(passage.text, line.body, line.end)
  if (labelled.length > 0 || holds(holdsPost, passage.text, line.body, Math.min(line.body + 12, passage.text.length)))
    return labelled
  return bracketedIn(passage.text, line.body, line.end)
}

const unlabelled: readonly Labelled[] = []

const labelsOf = (passage: Passage, node: Node): readonly Labelled[] => {
  let found: readonly Labelled[] = unlabelled
  for (const line of node.own) {
    const own = line.kind === 'table' ? unlabelled : partiesOf(passage, line)
    if (own.length > 0) found = found.length === 0 ? own : [...found, ...own]
  }
  return found
}

const holders = clued(
  /^(?:成员|组成|负责人|联系|电话|地点|职责|主要职责|工作职责)|^(?:第一|常务|执行)?(?:副)?(?:组\s*长|主\s*任|总指挥|指挥长|队\s*长|会长)$|组员|队员/,
)

const blanks = characters('', 'and blanks')

/** The unit that a heading names, when the heading is nothing but a name (`(一)宣传科`, `县教育局:负责…`). */
const headingUnit = (passage: Passage, node: Node): readonly string[] => {
  if (node.marker === null || node.heading === '' || headingHolds(passage, node, holders)) return []
  const { start, end } = trimmed(passage.text, node.own[0]?.body ?? node.start, node.headingEnd)
  const blank = firstOf(blanks, passage.text, start, end)
  return (
    readWholly(passage.text, start, blank > start + 1 ? blank : end) ??
    unitsBySiblings(passage).get(node.own[0]?.body ?? -1) ??
    []
  )
}

const colons = characters(':')
/** `指导单位:`, `主办单位:` are labels, if of no role of ours. */
const labelWord = clued(/^(?![有相]关|成员|驻)[\u4e00-\u9fff]{2}单位$/)
const charges = clued(/负责|承担|主持|协助|统筹|具体/y)

const lineUnit = (passage: Passage, line: Line): readonly string[] => {
  const { text } = passage
  const colon = firstOf(colons, text, line.body, Math.min(line.end, line.body + 40))
  if (
    colon < line.body + 2 ||
    colon >= line.end - 4 ||
    holds(labelWord, passage.text, line.body, colon) ||
    (holds(holders, text, line.body, colon) && endAt(charges, text, colon + 1) < 0)
  )
    return none
  return readWholly(text, line.body, colon) ?? unitsBySiblings(passage).get(line.body) ?? none
}

type Inherited = { readonly parties: Parties; readonly due: Window | null }

const isEmpty = (p: Parties): boolean => p.lead.length + p.responsible.length + p.support.length === 0

const ownedByHeading = (passage: Passage, node: Node, units: readonly string[]): readonly Task[] => {
  const end = node.own[node.own.length - 1]?.end ?? node.end
  if (node.children.length > 0 && end - node.headingEnd < 6) return []
  return [task(passage, node, node.own[0]?.body ?? node.start, end, { ...nobody, responsible: units }, null)]
}

const fullStop = characters('。')

/** `(一)清理楼道堆物。各社区…`: the first task of an item is called what the item is. */
const opensWithHeading = (text: string, line: Line, at: number): boolean => {
  if (line.marker === null) return false
  const stop = firstOf(fullStop, text, line.body, Math.min(line.body + 21, line.end))
  return stop > line.body + 2 && stop < at
}

const by = clued(/^\s*由/)

/** `…。由物业科负责。` after sentences with doers of their own: it closes them and is no work beside them. */
const closedBy = (text: string, doings: readonly Doing[]): readonly Doing[] => {
  if (doings.length < 2) return doings
  const closing = doings.at(-1)
  const before = doings.slice(0, -1)
  const last = before.at(-1)
  if (!closing || !last || !holds(by, text, closing.start, closing.end)) return doings
  if (!holds(chargeAlone, text, closing.start, closing.end) || holds(han, text, last.end, closing.start)) return doings
  return before.map(d => ({
    start: d.start,
    end: d === last ? closing.end : d.end,
    lead: eachOnce([...d.lead, ...closing.lead]),
    responsible: eachOnce([...d.responsible, ...closing.responsible]),
    support: eachOnce([...d.support, ...closing.support]),
  }))
}

const han = clued(/[\u4e00-\u9fff]/)

const spoken = (passage: Passage, node: Node): readonly Task[] => spokenIn(passage, node, node.own)

const spokenIn = (passage: Passage, node: Node, lines: readonly Line[]): readonly Task[] => {
  const found: Task[] = []
  for (const line of lines) {
    if (line.kind === 'table' || (node.parent === null && isTitle(passage.text, line))) continue
    const responsible = unitsOfLine(passage, line)
    if (responsible.length > 0) found.push(task(passage, node, line.body, line.end, { ...nobody, responsible }, null))
    else addDoings(passage, node, line, found)
  }
  return found
}

const charged = clued(/负责|承担/)

/** The unit that a line names at its head as the one that has all that the line says. */
const unitsOfLine = (passage: Passage, line: Line): readonly string[] => {
  if (line.marker === null) return lineUnit(passage, line)
  const body = chargedItem(passage.text, line)
  return body !== undefined && holds(charged, passage.text, line.body, line.end) ? [body] : []
}

const addDoings = (passage: Passage, node: Node, line: Line, found: Task[]): void => {
  let before = line.body
  const doings = closedBy(passage.text, doersIn(passage, line))
  for (const [i, d] of doings.entries()) {
    const named = i === 0 && line === node.own[0] && opensWithHeading(passage.text, line, d.start)
    const start = named || holds(chargeAlone, passage.text, d.start, d.end) ? before : d.start
    const next = doings[i + 1]?.start ?? line.end
    found.push(task(passage, node, start, d.end, d, dueIn(passage, d.start, d.end) ?? dueIn(passage, d.end, next)))
    before = d.end
  }
}

const stageWord = clued(/阶段|时期/)

/** `动员部署阶段(3月10日至31日)。`: a phase that only has a name and a window asks for nothing. */
const isNameAlone = (text: string, start: number, end: number): boolean => {
  if (!holds(stageWord, text, start, end)) return false
  const name = text
    .slice(start, end)
    .replace(/\([^)]*\)/g, '')
    .replace(/[。:]\s*$/, '')
  return name.length <= 14 && stageWord.shape.test(name) && !/[,;。:]/.test(name)
}

const stage = clued(/第[一二三四五六七八九十]阶段/y)

const unowned = (passage: Passage, node: Node): readonly Task[] => {
  const actionable = node.role === 'measures' || node.role === 'phases'
  if (!actionable || node.children.length > 0 || node.parent === null) return []
  const end = endOfWords(passage, node)
  if (end === null) return []
  // Phases told line by line are no task of their own.
  const told = node.own.filter(line => endAt(stage, passage.text, line.start) > 0)
  if (told.length > 1 || isNameAlone(passage.text, node.own[0]?.body ?? node.start, end)) return []
  return end - node.start < 8 ? [] : [task(passage, node, node.own[0]?.body ?? node.start, end, nobody, null)]
}

/** `按照下表分工抓好落实。`, `任务分解表`: words that only lead to a table. */
const leadsToTable = clued(/(?:如下|下表|附表|见表)[^。;]{0,12}[。:]?$|表[)：:]?$/)

/** Where what a section says ends, before its table; null where all it says is that the table follows. */
const endOfWords = (passage: Passage, node: Node): number | null => {
  const table = node.own.findIndex(line => line.kind === 'table')
  if (table < 0) return node.own[node.own.length - 1]?.end ?? node.end
  const told = node.own
    .slice(0, table)
    .filter((line, i) => !(i === 0 && node.headingEnd >= line.end - 1))
    .findLast(line => !holds(leadsToTable, passage.text, line.body, line.end))
  return told?.end ?? null
}

/** Who only helps leaves the owner that the section names. */
const withOwner = (t: Task, { lead, responsible }: Parties): Task =>
  t.lead.length + t.responsible.length > 0 ? t : { ...t, lead, responsible }

const inherited = (passage: Passage, node: Node, from: Inherited | null, made: readonly Task[]): readonly Task[] => {
  if (!from || isEmpty(from.parties)) return made.length > 0 ? made : unowned(passage, node)
  const spokenFor = made.filter(t => !isEmpty(t)).map(t => withOwner(t, from.parties))
  if (spokenFor.length > 0) return spokenFor
  if (spokenFor.length > 0 || node.children.length > 0) return made
  const end = endOfWords(passage, node)
  return end === null ? made : [task(passage, node, node.own[0]?.body ?? node.start, end, from.parties, from.due)]
}

/** Lines after the last labelled one name their own parties. */
const linesAfter = (node: Node, labels: readonly Labelled[]): readonly Line[] => {
  const last = labels.at(-1)?.end ?? node.end
  return node.own.filter(line => line.start > last)
}

const read = (passage: Passage, node: Node, from: Inherited | null, skip: ReadonlySet<Node>, found: Task[]): void => {
  const add = (tasks: readonly Task[]): void => {
    for (const made of tasks) if (made.span.end > made.span.start) found.push(made)
  }
  if (skip.has(node)) {
    add(spokenIn(passage, node, node.own.slice(1)))
    for (const child of node.children) read(passage, child, null, skip, found)
    return
  }
  const labels = labelsOf(passage, node)
  const parties = fromLabels(labels)
  const units = labels.length === 0 ? headingUnit(passage, node) : []
  const passOn: Inherited | null =
    node.children.length > 0 && (!isEmpty(parties) || units.length > 0)
      ? { parties: isEmpty(parties) ? { ...nobody, responsible: units } : parties, due: dueOf(passage, labels) }
      : from
  const own =
    !isEmpty(parties) && node.children.length === 0
      ? [...labelledTasks(passage, node, labels), ...spokenIn(passage, node, linesAfter(node, labels))]
      : units.length > 0
        ? ownedByHeading(passage, node, units)
        : inherited(passage, node, from, spoken(passage, node))
  add(own)
  add(tableTasks(passage, node))
  for (const child of node.children) read(passage, child, passOn, skip, found)
}

/** Everything to be done, with whoever the text names for it. `skip` are sections read as something else. */
export const readTasks = (passage: Passage, skip: ReadonlySet<Node>): readonly Task[] => {
  const found: Task[] = []
  read(passage, passage.root, null, skip, found)
  return found
}
