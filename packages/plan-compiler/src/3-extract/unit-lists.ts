import type { Line } from '../2-outline/lines.ts'
import { namesIn, readWholly } from '../vocabulary/party.ts'
import type { Passage } from './passage.ts'

type Label = { readonly line: Line; readonly start: number; readonly end: number }

const longestName = 14
const notNames =
  /时间|地点|内容|目标|标准|方式|方法|要求|措施|主题|对象|范围|形式|名称|电话|人数|步骤|阶段|成员|职责|任务|工作|活动|整治|行动|组长|主任$|参加|参与|标题|原则|意义|频次|频率|[星分类级率度]$|[\d第]/

/** The words before the colon of a line, where they are short enough to be a name. */
const labelOf = ({ text }: Passage, line: Line): Label | null => {
  if (line.kind !== 'text') return null
  const colon = text.slice(line.body, Math.min(line.end, line.body + longestName + 1)).indexOf(':')
  const end = line.body + colon
  if (colon < 2 || end > line.end - 4 || /[,。;()“《]/.test(text.slice(line.body, end))) return null
  return { line, start: line.body, end }
}

const charged = /^\s?(?:具体|主要|全面|统一)?(?:负责|承担|主持|落实|对[^,。;]{1,16}负)/

const shows = ({ text }: Passage, { start, end }: Label): boolean =>
  charged.test(text.slice(end + 1, end + 24)) || readWholly(text, start, end) !== null

/** Of lines that all begin `名称:…`, two or more and at least half of them surely units: the others are units too. */
const unitsAmong = (passage: Passage, lines: readonly Line[]): readonly (readonly [number, readonly string[]])[] => {
  const labels = lines.map(line => labelOf(passage, line)).filter(label => label !== null)
  if (labels.length < 2 || labels.length < lines.length / 2) return []
  const named = labels.filter(({ start, end }) => !notNames.test(passage.text.slice(start, end)))
  const sure = named.filter(label => shows(passage, label)).length
  if (sure < 2 || sure < labels.length / 2) return []
  return named.map(({ start, end }) => [start, namesIn(passage.text.slice(start, end))] as const)
}

const seen = new WeakMap<Passage, ReadonlyMap<number, readonly string[]>>()

/** Units known by the company they keep (`门岗:…` beside `物业科:负责…`), by where their line's words begin. */
export const unitsBySiblings = (passage: Passage): ReadonlyMap<number, readonly string[]> => {
  const known = seen.get(passage)
  if (known) return known
  const units = new Map(
    passage.nodes.flatMap(node => [
      ...unitsAmong(
        passage,
        node.children.flatMap(child => child.own.slice(0, 1)),
      ),
      ...unitsAmong(
        passage,
        node.own.filter(line => line.marker === null),
      ),
    ]),
  )
  seen.set(passage, units)
  return units
}
