import type { SectionRole } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { clued, holds } from '../scan/clues.ts'
import { namesAttachment, opensAttachment } from './attachments.ts'
import type { Line } from './lines.ts'
import { type Marker, markerRank } from './markers.ts'
import { roleOf } from './roles.ts'

/** A marked line and everything under it. `own` are its first line and the unmarked ones that follow it. */
export type Node = {
  readonly marker: Marker | null
  readonly level: number
  readonly heading: string
  /** Where the heading stands; blanks may stand between it and `headingEnd`. */
  readonly headingStart: number
  readonly headingEnd: number
  readonly role: SectionRole
  readonly parent: Node | null
  readonly own: Line[]
  readonly children: Node[]
  readonly start: number
  end: number
}

const bare = clued(/^(?:[\u4e00-\u9fff、与和及“”()]{2,18})[:。]?$/)
/** `【任务安排】`: a line of its own in heavy brackets is a heading. */
const frame = '【'.charCodeAt(0)
const framed = /^【[^【】]{2,14}】$/

const bareHeading = clued(
  /(?:指导思想|总体要求|基本原则|工作原则|(?:工作|总体|创建|活动|任务|整治)目标|目标任务|组织(?:领导|机构)|(?:工作|实施|方法|活动)步骤|时间安排|(?:工作|活动|主要|整治|创建)内容|(?:工作|保障|具体|主要|组织)措施|(?:工作|有关|具体)要求|(?:主要|重点|工作)任务|工作重点|经费预算|(?:创建|考核|测评|评定)标准)[:。]?$/,
)

const rankOf = (node: Node): number => (node.marker ? markerRank(node.marker) : node.parent ? 0.5 : -1)

const fullStops = characters('。:;!?')
const listComma = ','.charCodeAt(0)
const longestHeading = 42

/** Where the heading words of a marked line end: at the first pause, or at the end of a short line. */
const headingEnd = (text: string, line: Line): number => {
  const most = Math.min(line.end, line.body + longestHeading + 1)
  for (let at = line.body; at < most; at++) if (fullStops[text.charCodeAt(at)] === 1) return at
  if (line.end - line.body <= longestHeading) return line.end
  for (let at = line.body; at < most; at++)
    // A comma near the end of the line parts nothing.
    if (text.charCodeAt(at) === listComma) return at > line.body && line.end - at > 12 ? at : line.body + 30
  return line.body + 30
}

const newNode = (text: string, line: Line, parent: Node): Node => {
  const stop = headingEnd(text, line)
  const heading = text.slice(line.body, stop).trim()
  const headingStart = heading === '' ? line.body : text.indexOf(heading, line.body)
  const written = roleOf(heading, text, headingStart)
  const role = written === 'other' && parent.role !== 'other' ? parent.role : written
  const { marker, start, end } = line
  return {
    marker,
    level: parent.level + 1,
    heading,
    headingStart,
    headingEnd: stop,
    role,
    parent,
    own: [line],
    children: [],
    start,
    end,
  }
}

const sameWay = (a: Marker | null, b: Marker | null): boolean =>
  a === null || b === null ? a === b : a.family === b.family && a.depth === b.depth

/** The node that a new marked line belongs under: numbering already open is resumed, wider numbering closes narrower. */
const parentFor = (stack: Node[], line: Line): Node => {
  let open = stack.length - 1
  while (open > 0 && !sameWay((stack[open] as Node).marker, line.marker)) open--
  if (open > 0) stack.length = open
  else {
    const rank = line.marker ? markerRank(line.marker) : 0.5
    while (stack.length > 1 && rankOf(stack[stack.length - 1] as Node) > rank) stack.pop()
  }
  return stack[stack.length - 1] as Node
}

const isHeading = (text: string, line: Line): boolean => {
  if (line.marker) return true
  if (line.end - line.start > 20) return false
  const words = text.slice(line.start, line.end)
  if (words.charCodeAt(0) === frame && framed.test(words)) return true
  return holds(bareHeading, text, line.start, line.end) && bare.shape.test(words)
}

const deepest = 12

const complete = characters('。;!')

/** Whether a marked line says all of its item in one line that ends a sentence. */
const saysAll = (text: string, node: Node): boolean => {
  const [line] = node.own
  return (
    line !== undefined &&
    node.own.length === 1 &&
    node.children.length === 0 &&
    complete[text.charCodeAt(line.end - 1)] === 1 &&
    line.end - line.body > shortest
  )
}

const shortest = 14
const fewestAlike = 3

/** Whether the last of a list, like all before it, is one line that says all: a line after it is of the section around. */
const closesList = (text: string, stack: readonly Node[]): boolean => {
  const last = stack.at(-1) as Node
  const family = last.marker?.family
  if (last.parent === null || family === undefined || !saysAll(text, last)) return false
  const alike = last.parent.children.slice(-fewestAlike - 1)
  return alike.length > fewestAlike && alike.every(n => n.marker?.family === family && saysAll(text, n))
}

/** After `一是…` and `①…`, and after a list of whole lines, an unmarked line is a paragraph of the section around. */
const paragraphAfter = (text: string, stack: Node[], line: Line): Node | null => {
  const family = (stack.at(-1) as Node).marker?.family
  if (family === 'step' || family === 'circled')
    while (stack.length > 1 && rankOf(stack.at(-1) as Node) >= 5) stack.pop()
  else if (closesList(text, stack)) stack.pop()
  else return null
  const parent = stack.at(-1) as Node
  const { start, end } = line
  const node = {
    marker: null,
    level: parent.level + 1,
    heading: '',
    headingStart: start,
    headingEnd: start,
    role: parent.role,
    parent,
  }
  const paragraph: Node = { ...node, own: [line], children: [], start, end }
  parent.children.push(paragraph)
  return paragraph
}

/** Builds the tree of one plan from its lines; the root holds what stands before the first marker. */
export const buildTree = (text: string, lines: readonly Line[]): Node => {
  const place = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
  const top = {
    marker: null,
    level: 0,
    heading: '',
    headingStart: place.start,
    headingEnd: place.start,
    role: 'other',
    parent: null,
  } as const
  const root: Node = { ...top, own: [], children: [], ...place }
  const stack: Node[] = [root]
  let paragraph: Node | null = null
  let attached = false
  for (const line of lines) {
    if (line.kind === 'advert') continue
    const named = attached && namesAttachment(text, line)
    attached = opensAttachment(text, line)
    // What is attached belongs to no section of what it is attached to.
    if (attached) {
      stack.length = 1
      paragraph = null
    }
    if (named || isHeading(text, line)) {
      paragraph = null
      const parent = parentFor(stack, line)
      const node = newNode(text, line, parent)
      parent.children.push(node)
      if (stack.length < deepest) stack.push(node)
    } else {
      const after: Node | null = paragraph ?? paragraphAfter(text, stack, line)
      if (after === null || after === paragraph) (after ?? (stack.at(-1) as Node)).own.push(line)
      paragraph = after
      if (paragraph) paragraph.end = line.end
    }
    for (const node of stack) node.end = line.end
  }
  return root
}
