import type { Line } from '../2-outline/lines.ts'
import type { Node } from '../2-outline/tree.ts'
import { characters } from '../scan/characters.ts'
import { namesIn, readWholly } from '../vocabulary/party.ts'
import type { Passage } from './passage.ts'

type Label = { readonly line: Line; readonly start: number; readonly end: number }

const longestName = 14
const notNames =
  /时间|地点|内容|目标|标准|方式|方法|要求|措施|主题|对象|范围|形式|名称|电话|人数|步骤|阶段|成员|职责|任务|工作|活动|整治|行动|组长|主任$|参加|参与|标题|原则|意义|频次|频率|[星分类级率度]$|[\d第]/

const colon = ':'.charCodeAt(0)
const notInNames = characters(',。;()“《')

/** The words before the colon of a line, where they are short enough to be a name. */
const labelOf = ({ text }: Passage, line: Line): Label | null => {
  if (line.kind !== 'text') return null
  const last = Math.min(line.end - 4, line.body + longestName)
  for (let end = line.body; end <= last; end++) {
    const code = text.charCodeAt(end)
    if (code === colon) return end < line.body + 2 ? null : { line, start: line.body, end }
    if (notInNames[code] === 1) return null
  }
  return null
}

const charged = /^\s?(?:具体|主要|全面|统一)?(?:负责|承担|主持|落实|对[^,。;]{1,16}负)/

const shows = ({ text }: Passage, { start, end }: Label): boolean =>
  charged.test(text.slice(end + 1, end + 24)) || readWholly(text, start, end) !== null

/** Of lines that all begin `名称:…`, two or more and at least half of them surely units: the others are units too. */
const addUnitsAmong = (passage: Passage, lines: readonly Line[], units: Map<number, readonly string[]>): void => {
  if (lines.length < 2) return
  const labels: Label[] = []
  for (const line of lines) {
    const label = labelOf(passage, line)
    if (label) labels.push(label)
  }
  if (labels.length < 2 || labels.length < lines.length / 2) return
  const named = labels.filter(({ start, end }) => !notNames.test(passage.text.slice(start, end)))
  const sure = named.filter(label => shows(passage, label)).length
  if (sure < 2 || sure < labels.length / 2) return
  for (const { start, end } of named) units.set(start, namesIn(passage.text.slice(start, end)))
}

const firstLines = ({ children }: Node): readonly Line[] => {
  const lines: Line[] = []
  for (const { own } of children) if (own[0]) lines.push(own[0])
  return lines
}

const seen = new WeakMap<Passage, ReadonlyMap<number, readonly string[]>>()

/** Units known by the company they keep (`门岗:…` beside `物业科:负责…`), by where their line's words begin. */
export const unitsBySiblings = (passage: Passage): ReadonlyMap<number, readonly string[]> => {
  const known = seen.get(passage)
  if (known) return known
  const units = new Map<number, readonly string[]>()
  for (const node of passage.nodes) {
    if (node.children.length > 1) addUnitsAmong(passage, firstLines(node), units)
    const unmarked = node.own.length < 2 ? node.own : node.own.filter(line => line.marker === null)
    addUnitsAmong(passage, unmarked, units)
  }
  seen.set(passage, units)
  return units
}
