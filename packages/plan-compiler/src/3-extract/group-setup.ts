import type { Line } from '../2-outline/lines.ts'
import { clausesOf } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { GroupKind, Span, Task } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { anyOf, clued, fits, holds, matchesIn, matchIn, mayHold, mayHoldAny } from '../scan/clues.ts'
import { groupKindOf, groupNamesIn, isGroupName } from '../vocabulary/group-names.ts'
import { headingHolds, type Passage, trimmed } from './passage.ts'

/** A body as first met: where its name stands and what it is. */
export type Founding = {
  readonly name: string
  readonly kind: GroupKind
  readonly at: number
  readonly span: Span
  readonly sentence: Span
}

const setUp = clued(
  /(?:成立|组建|设立|建立(?!健全|和完善|完善)|(?<=抽调.{2,30})组成|(?<=^[一二三四五六七八九十\d、.()是]{0,4})组织|组织(?=[\u4e00-\u9fff]{2,6}组(?:进行|开展|对|,|$))|下设|设置|(?<!建)设(?![施备计在于])(?=[\u4e00-\u9fff\d]{0,12}(?:办公室|组)))/g,
)
/** `组织合唱队、书画社开展活动` has them act; they are there already. */
const madeToAct = clued(/^[^,;。]{0,20}(?:开展活动|参加|参与|排练|演出|表演)/)
const setUpOnly = clued(/^(?:组织|创建|组成|设置)$/)
const notFounding = clued(
  /(?:加强|推进|参与|参加|监督|指导|协助|配合|要求|已|未|没有)$|(?:指导|督促|支持)[^,。;]{0,12}$/,
)
const prefix = clued(
  /^(?:了|好|起|以|由|相应的?|专门的?|本|健全|完善|一[个支]|[\d两三四五六七八九十]{1,3}[个支]|若干[个支]?|[^,。;:的]{0,30}(?:为|任|担任)(?:第一)?组长的|[^,。;:]{0,30}参加的|[^,。;:]{0,24}组成的|包括[^,。;:]{0,20}在内的|[^,。;:]{0,24}等[\d一二三四五六七八九十]{1,3}个|[^,。;:]{0,24}等(?=[\u4e00-\u9fff]{4})|.{0,20}的|[^,。;:]{1,8}[两三四五六七八九十]个(?=[\u4e00-\u9fff]{2,4}[组队]$))/,
)

const excluded = clued(
  /^(?:健全|完善|居民小组|党小组|业主委员会|居民委员会|村民委员会|社区党|党支部|组|队|小组|办公室负责)|党组织|协会$|自治组织|居民自治|名册|基本队伍/,
)

const stripped = (name: string, setUpBy: string): string | null => {
  let rest = name
  for (let i = 0; i < 4; i++) {
    const cut = prefix.shape.exec(rest)
    if (!cut || cut[0].length >= rest.length) break
    if (/^(?:健全|完善)/.test(cut[0])) return null
    rest = rest.slice(cut[0].length)
  }
  if (rest.length < 2 || fits(excluded, rest)) return null
  if (fits(setUpOnly, setUpBy) && !/(?:队|队伍|组|领导小组|指挥部)$/.test(rest)) return null
  return rest
}

const mayName = clued(/[组队办会部班伍]/)

const counted = clued(/^[\d两三四五六七八九十]{1,3}[个支]/)

/** `下设三个工作组:` with the list on the lines below: the number of bodies is none of them. */
const listFollows = (text: string, at: number): boolean => /^[:。]?\s*\n/.test(text.slice(at, at + 4))

const none: readonly Founding[] = []

const listOfGroups = clued(
  /^(?:了|办公室[、和及])?((?:[\u4e00-\u9fff]{2,8}[、和]){1,9}[\u4e00-\u9fff]{2,8}?)等?[两二三四五六七八九十\d]{1,3}个(?:专项|专门)?(?:工作组|工作小组|专项组|小组|组)(?![长员])/,
)
const longestListOfGroups = 90

/** `下设综合协调、宣传报道、督查考核三个工作组`: a group each. */
const severalIn = (
  { text }: Passage,
  from: number,
  to: number,
): readonly { readonly name: string; readonly at: number }[] => {
  const m = matchIn(listOfGroups, text, from, Math.min(to, from + longestListOfGroups))
  if (!m) return []
  let at = from + m[0].indexOf(m[1] ?? '')
  return (m[1] ?? '').split(/[、和]/).map(name => {
    const start = at
    at += name.length + 1
    return { name: name.endsWith('组') ? name : `${name}组`, at: start }
  })
}

/** Bodies that one clause sets up. */
export const foundedIn = (
  passage: Passage,
  from: number,
  to: number,
  sentence: Span = { start: from, end: to },
): readonly Founding[] => {
  const { text } = passage
  if (!mayHold(setUp, text, from, to) || !holds(mayName, text, from, to)) return none
  const setsUp = matchesIn(setUp, text, from, to)
  if (setsUp.length === 0) return none
  const part = text.slice(from, to)
  const found: Founding[] = []
  let reached = 0
  for (const m of setsUp) {
    if (m.index < reached || holds(notFounding, text, from, from + m.index)) continue
    const after = m.index + m[0].length
    const several = severalIn(passage, from + after, to)
    for (const { name, at } of several)
      found.push({ name, kind: 'working', at, span: trimmed(text, from, to), sentence })
    if (several.length > 0) {
      reached = to - from
      continue
    }
    for (const { name, at } of groupNamesIn(part.slice(after, after + 90))) {
      const plain = stripped(name, m[0])
      const rest = part.slice(after + at + name.length)
      if (m[0] === '组织' && fits(madeToAct, rest)) continue
      if (plain === null || (fits(counted, name) && listFollows(passage.text, from + after + at + name.length)))
        continue
      const start = from + after + at + name.length - plain.length
      found.push({ name: plain, kind: groupKindOf(plain), at: start, span: trimmed(passage.text, from, to), sentence })
      reached = after + at + name.length
    }
  }
  return found
}

const withPeople = clued(/[立建][以由]/)
const setUpFrom = clued(
  /(?:成立|组建|设立)(?:以|由)[^。;]{4,120}?的([^,。;的]{0,24}(?:领导小组|指挥部|工作组|委员会|工作专班|小组|服务队))/,
)

/** `成立由…任组长,…为成员的领导小组`: the name comes after the people, clauses away. */
const afterPeople = (passage: Passage, start: number, end: number): readonly Founding[] => {
  if (!mayHold(withPeople, passage.text, start, end)) return none
  const m = matchIn(setUpFrom, passage.text, start, end)
  if (!m?.[0].includes(',')) return none
  const name = m[1] ?? ''
  const at = start + m.index + m[0].length - name.length
  const span = trimmed(passage.text, start + m.index, at + name.length)
  return [{ name, kind: groupKindOf(name), at, span, sentence: { start, end } }]
}

const superior = clued(/^([^,。;:]{0,24}(?:领导小组|指挥部|委员会))(?:下设|内设)/)

/** `指挥部下设…`: the body above is named by the way. */
const above = (passage: Passage, from: number, to: number, sentence: Span): readonly Founding[] => {
  const name = matchIn(superior, passage.text, from, to)?.[1]
  return name === undefined
    ? none
    : [{ name, kind: groupKindOf(name), at: from, span: trimmed(passage.text, from, to), sentence }]
}

/** Bodies that a sentence sets up: 成立…领导小组, 下设三个工作组. */
export const founded = (passage: Passage): readonly Founding[] => {
  const { text } = passage
  const found: Founding[] = []
  for (const { start, end } of passage.sentences) {
    if (!mayHoldAny(anySetUp, text, start, end)) continue
    const sentence = { start, end }
    for (const founding of afterPeople(passage, start, end)) found.push(founding)
    for (const [from, to] of clausesOf(text, start, end)) {
      if (!mayHoldAny(anySetUp, text, from, to)) continue
      for (const founding of above(passage, from, to, sentence)) found.push(founding)
      for (const founding of foundedIn(passage, from, to, sentence)) found.push(founding)
      for (const founding of seatedIn(passage, from, to, sentence)) found.push(founding)
    }
  }
  return found
}

const seat = clued(/室设[在于]/)
const seated = clued(/^((?:[\u4e00-\u9fff“”]{0,24}(?:领导小组|指挥部|工作专班|委员会))?办公室)设(?:在|于)/)

const anySetUp = anyOf(setUp, withPeople, superior, seat)

/** `领导小组办公室设在城管科`: an office that is given a seat is one the plan sets up. */
const seatedIn = (passage: Passage, from: number, to: number, sentence: Span): readonly Founding[] => {
  if (!mayHold(seat, passage.text, from, to)) return none
  const name = matchIn(seated, passage.text, from, to)?.[1]
  return name ? [{ name, kind: 'office', at: from, span: trimmed(passage.text, from, to), sentence }] : none
}

const inOrganisation = clued(/组织|机构|领导|小组|指挥|工作组|分工|职责|成员/)

const led = clued(/^([^,。;:]{2,20}(?:组|队|小组|办公室))(?:(?:组长|队长|主任|负责人):|(?<=工作组|专项组|小组)由)/)

const charged = clued(
  /^([^,。;:的]{2,20}(?:组|队))[,。](?:(?:组长|队长|负责人)(?:[:由为]|[\u4e00-\u9fff]{2,4}[,。])|由|(?:具体|主要)?负责(?!人))/,
)

/** `(一)清运组,组长由…担任,负责…`: an item that begins with a body and what it is for. */
export const chargedItem = (text: string, line: Line): string | undefined => {
  if (line.marker === null) return undefined
  const name = matchIn(charged, text, line.body, line.end)?.[1]
  return name && isGroupName(name) && !/^[各每本]|领导小组$/.test(name) && !fits(excluded, name) ? name : undefined
}

const telling = clued(/负责|成立|设立|组建|召开|参加|指导/)

/** Every name of a body has one of these. */
const bodyWord = clued(/[组队室会部班]|机构|架构/)

/** `第一督导组` with `组长:…` on the line below. */
const postFollows = clued(/^(?:组\s{0,4}长|队长|牵头领导|带队领导|负责人)\s?:/)

const isOrganised = (passage: Passage, node: Node): boolean =>
  node.role === 'organisation' || (node.parent !== null && headingHolds(passage, node.parent, inOrganisation))

/** Whether a line stands where bodies are named: in a section about them, or over a line that says who leads one. */
const isNear = (passage: Passage, node: Node, next: Line | undefined): boolean =>
  isOrganised(passage, node) || (next !== undefined && holds(postFollows, passage.text, next.start, next.end))

const ledBy = clued(/(?:组长|队长|主任|负责人):|组由/)
const longestLed = 28

/** `宣传组组长:…`, `(一)清运组,负责…`: the body that a line begins with. */
const postIn = (passage: Passage, node: Node, line: Line, next: Line | undefined): string | undefined => {
  const { text } = passage
  const { body, end } = line
  if (mayHold(ledBy, text, body, Math.min(end, body + longestLed))) {
    const name = matchIn(led, text, body, end)?.[1]
    if (name !== undefined) return name
  }
  const item = chargedItem(text, line)
  return item !== undefined && isNear(passage, node, next) ? item : undefined
}

const openers = characters(':(')
/** What a body's name ends with, or what is cut off behind one (`成员`, `名单`, `组成`, `职责`). */
const nameEnds = characters('组构部会议室班队伍织员单成责', 'and blanks')

/** The name that a line gives up to its first colon or bracket, at most up to `stop`; null where it is no body's. */
const nameIn = (text: string, { body, end }: Line, stop: number): string | null => {
  let colon = body
  while (colon < stop && openers[text.charCodeAt(colon)] === 0) colon++
  const parted = colon < stop && colon > body
  const until = parted ? colon : stop
  if (nameEnds[text.charCodeAt(until - 1)] === 0) return null
  const announced =
    parted ||
    end - stop <= 1 ||
    /^[。:]?\s?(?:由|组长|牵头|成员|(?:具体|主要)?负责|主要职责|职责)/.test(text.slice(stop, stop + 8))
  return announced ? bareName(text.slice(body, until)) : null
}

const bareName = (words: string): string | null => {
  const name = words
    .trim()
    .replace(/^(?:领导小组)?下设/, '')
    .replace(/(?:成员|人员|名单|组成|主要职责|职责)+$/, '')
  const plain =
    isGroupName(name) &&
    name.length <= 30 &&
    !fits(excluded, name) &&
    !fits(telling, name) &&
    !/^(?:成立|设立|组建|建立|加强|健全)|^[\d一二三四五六七八九十两若干]{1,3}[个支]/.test(name)
  return plain ? name : null
}

const surely = /(?:领导小组|指挥部|工作组|领导组)$/

const named = (passage: Passage, node: Node, i: number): string | null => {
  const line = node.own[i] as Line // within the list
  const { text } = passage
  const next = node.own[i + 1]
  if (!holds(bodyWord, text, line.body, line.end)) return null
  const post = postIn(passage, node, line, next)
  if (post !== undefined && !post.endsWith('领导小组')) return post
  const name = nameIn(text, line, i === 0 && node.marker ? node.headingEnd : line.end)
  return name !== null && (surely.test(name) || isNear(passage, node, next)) ? name : null
}

/** Bodies that a heading, or a line that ends with a colon, names. */
export const headed = (passage: Passage): readonly Founding[] => {
  const found: Founding[] = []
  for (const node of passage.nodes)
    for (let i = 0; i < node.own.length; i++) {
      const name = named(passage, node, i)
      if (name === null) continue
      const { start, end, body: at } = node.own[i] as Line // within the list
      const span = { start, end }
      found.push({ name, kind: groupKindOf(name), at, span, sentence: span })
    }
  return found
}

const leadingIn = (names: readonly string[], span: Span, found: Founding[]): void => {
  for (const name of names)
    if (name.length >= 6 && name.length <= 30 && (name.endsWith('领导小组') || name.endsWith('指挥部')))
      found.push({ name, kind: 'leading', at: span.start, span, sentence: span })
}

/** Leading bodies that the plan gives work to without setting them up. */
export const acting = (tasks: readonly Task[]): readonly Founding[] => {
  const found: Founding[] = []
  for (const { lead, responsible, span } of tasks) {
    leadingIn(lead, span, found)
    leadingIn(responsible, span, found)
  }
  return found
}
