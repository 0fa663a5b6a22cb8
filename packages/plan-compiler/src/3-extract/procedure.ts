import type { Line } from '../2-outline/lines.ts'
import { clausesOf, type Sentence } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Procedure, ProcedureStep, Span } from '../plan.ts'
import { anyOf, clued, holds, matchIn, mayHold, mayHoldAny } from '../scan/clues.ts'
import { headingHolds, type Passage, sentencesIn, trimmed, wordsOf } from './passage.ts'
import { actorOf } from './procedure-actor.ts'
import { anyStep, isCase, stepShapes } from './procedure-step.ts'

const award = clued(
  /称号|荣誉|授旗|授牌|命名|评选|评定|申报|公示|评比|评审|先进|示范(?:点|小区|社区|单位|户)|文明(?:家庭|户|楼|单位)|流动红旗|星级/,
)

const threshold = clued(
  /(?:达(?:到)?|不低于|总分|得分)?\d{2,3}(?:\.\d)?分(?:\([^()]{0,10}\))?(?:及)?(?:以上)?|\d{1,3}%(?:以上)?/,
)

type Found = Procedure & {
  readonly strong: boolean
  readonly line: Line
  readonly node: Node
  readonly sentence: number
  readonly key: string
}

/** A title or a heading announces steps, it takes none. */
const isHeading = ({ text }: Passage, { start, end, node, line }: Sentence): boolean => {
  if (start !== line.body || end - start > 24) return false
  const whole = line.end - end <= 1
  return (
    whole &&
    (node.parent === null
      ? /(?:方案|计划|办法|意见|细则)$/.test(text.slice(start, end))
      : line === node.own[0] && (node.children.length > 0 || node.own.length > 1))
  )
}

const arrow = clued(/→/)

/** The clauses of a sentence; a chain of steps (`自查→申报→验收`) is cut at its arrows. */
const piecesOf = (text: string, start: number, end: number): readonly (readonly [number, number])[] =>
  mayHold(arrow, text, start, end) ? chainsOf(text, start, end) : clausesOf(text, start, end)

const chainsOf = (text: string, start: number, end: number): readonly (readonly [number, number])[] =>
  clausesOf(text, start, end).flatMap(([from, to]) => {
    if (!holds(arrow, text, from, to)) return [[from, to] as const]
    let at = from
    return text
      .slice(from, to)
      .split('→')
      .map(piece => {
        const place = [at, at + piece.length] as const
        at += piece.length + 1
        return place
      })
  })

const quoted = /《[^》]*》|“[^”]*”/g

const unquoted = (words: string): string =>
  words.includes('《') || words.includes('“') ? words.replace(quoted, title => '〇'.repeat(title.length)) : words

type Place = Pick<Sentence, 'start' | 'line' | 'node'>

const foundAt = (
  passage: Passage,
  { start: sentence, line, node }: Place,
  { step, strong, kind }: { readonly step: ProcedureStep; readonly strong: boolean; readonly kind: string },
  actor: string | null,
  span: Span,
  limit: string | null,
): Found => {
  const who = actor === null ? wordsOf(passage.text, span).slice(0, 8) : actor.startsWith('各') ? actor.slice(1) : actor
  const key = `${step} ${step === 'review' ? kind : ''} ${who}`
  return { step, actor, threshold: limit, span, strong, line, node, sentence, key }
}

const introduces = clued(/^(?:为|根据|按照)[^。]{0,80}制[定订]/)

type Clause = { readonly start: number; readonly end: number; readonly step: number | null }

/**
 * The actor that is being spoken of, kept over the semicolons of a line. Who acts in a clause is read only once a step is
 * taken in it, or in one after it that names nobody.
 */
type Speaking = { line: Line | null; end: number; actor: string | null; unread: Clause[] }

const actorNow = (passage: Passage, speaking: Speaking): string | null => {
  for (let clause = speaking.unread.pop(); clause; clause = speaking.unread.pop()) {
    const actor = actorOf(passage, clause.start, clause.end, clause.step)
    if (actor === null) continue
    speaking.actor = actor
    speaking.unread.length = 0
  }
  return speaking.actor
}

type Taken = {
  readonly step: ProcedureStep
  readonly strong: boolean
  readonly kind: string
  readonly at: number
}

const anyShape = anyOf(...stepShapes.map(({ shape }) => shape))

const notTaken: readonly Taken[] = []

/** The steps that a clause tells. */
const takenIn = (text: string, start: number, end: number): readonly Taken[] => {
  if (!mayHoldAny(anyShape, text, start, end) || isCase(text, start, end)) return notTaken
  let words: string | null = null
  let taken: Taken[] | null = null
  for (const { step, shape, strong } of stepShapes) {
    if (!mayHold(shape, text, start, end)) continue
    words ??= unquoted(text.slice(start, end))
    const m = shape.shape.exec(words)
    if (m === null) continue
    taken ??= []
    taken.push({ step, strong, kind: m[0].slice(0, 2), at: start + m.index })
  }
  return taken ?? notTaken
}

const addSteps = (passage: Passage, sentence: Sentence, speaking: Speaking, found: Found[]): void => {
  const { text } = passage
  let before: string | null = null
  for (const [start, end] of piecesOf(text, sentence.start, sentence.end)) {
    const own = matchIn(threshold, text, start, end)?.[0] ?? null
    const taken = takenIn(text, start, end)
    speaking.unread.push({ start, end, step: taken[0]?.at ?? null })
    if (taken.length === 0) {
      before = own
      continue
    }
    const actor = actorNow(passage, speaking)
    const span = trimmed(text, start, end)
    const ends = taken.some(t => t.step === 'withdraw')
    for (const t of taken)
      if (!(ends && t.step === 'grant')) found.push(foundAt(passage, sentence, t, actor, span, own ?? before))
    before = null
  }
}

const inSentence = (passage: Passage, sentence: Sentence, speaking: Speaking, found: Found[]): void => {
  const { text } = passage
  const { start, end, line } = sentence
  if (!holds(anyStep, text, start, end) || isHeading(passage, sentence) || holds(introduces, text, start, end)) return
  if (speaking.line !== line || text[speaking.end] !== ';') {
    speaking.actor = null
    speaking.unread.length = 0
  }
  addSteps(passage, sentence, speaking, found)
  speaking.line = line
  speaking.end = end
}

const plain = ({ step, actor, threshold: limit, span }: Found): Procedure => ({ step, actor, threshold: limit, span })

const fuller = (a: Found, b: Found): boolean =>
  (a.threshold !== null) !== (b.threshold !== null)
    ? a.threshold !== null
    : a.span.end - a.span.start > b.span.end - b.span.start

/** Of two mentions of a step by the same actor the fuller is kept. */
const distinct = (found: readonly Found[]): readonly Found[] => {
  const best = new Map<string, Found>()
  for (const f of found) {
    const known = best.get(f.key)
    if (!known || fuller(f, known)) best.set(f.key, f)
  }
  return [...best.values()].sort((a, b) => a.span.start - b.span.start)
}

const selecting = clued(/评选|评比|命名|授予|授牌|授旗/)

const ofTitle = new Set<ProcedureStep>(['apply', 'self-score', 'grant', 'withdraw', 'notice', 'recommend'])
const announcesPhase = clued(
  /^[^,。;()]{0,12}(?:阶段)?\([^()]*\d|(?:首次|每[^,。;]{0,8}(?:次|个))|(?:每|下一)(?:季度|月|年)/,
)

const onTitles = /程序|办法|流程|步骤|方法|评定|评选|评审|验收|考核|命名|申报|认定|表彰|授/
const fewestInHome = 4

/** The outermost section that a place stands in. */
const topOf = (node: Node): Node => (node.parent === null || node.parent.parent === null ? node : topOf(node.parent))

/** The sections that tell the way to the title; beside them a plan only mentions its steps. */
const homesOf = (found: readonly Found[]): ReadonlySet<Node> => {
  const kinds = new Map<Node, Set<ProcedureStep>>()
  for (const f of found) {
    const top = topOf(f.node)
    kinds.set(top, (kinds.get(top) ?? new Set()).add(f.step))
  }
  const homes = [...kinds].filter(([node, steps]) => steps.size >= fewestInHome && onTitles.test(node.heading))
  return new Set(homes.map(([node]) => node))
}

/** What may happen to a title once it is held is often told elsewhere. */
const afterwards = new Set<ProcedureStep>(['withdraw', 'recheck', 'renew'])

const tellsTheWay = (node: Node): boolean => node.role === 'procedure' || node.role === 'phases'

/** Outside its section only a step that the section leaves out counts. */
const atHome = (found: readonly Found[]): readonly Found[] => {
  const homes = homesOf(found)
  if (homes.size === 0) return found
  const told = new Set(found.filter(f => homes.has(topOf(f.node))).map(f => f.step))
  return found.filter(
    f =>
      homes.has(topOf(f.node)) ||
      (f.actor !== null && tellsTheWay(f.node)) ||
      (f.strong && !told.has(f.step) && (f.actor !== null || afterwards.has(f.step))),
  )
}

const longestName = 12

/** `评选步骤`, `申报条件`: the name of a section, not of a step. */
const ofWay = clued(/(?:步骤|程序|办法|流程|方法|方式|安排|标准|条件|范围|管理|要求|对象|内容)$/)

/** The first sentence after the name of an item (`3.部门联审。县文明办…`). */
const sentenceAfterName = (passage: Passage, node: Node): Sentence | undefined => {
  for (const line of node.own)
    for (const sentence of sentencesIn(passage, line))
      if (sentence.start >= node.headingEnd && sentence.end - sentence.start > 4) return sentence
  return undefined
}

/** Whether an item is named after something that may be a step. */
const isNamed = (passage: Passage, node: Node): boolean =>
  node.marker !== null &&
  node.heading.length <= longestName &&
  tellsTheWay(node) &&
  headingHolds(passage, node, anyStep) &&
  !headingHolds(passage, node, ofWay)

/** Items named after a step: it is that step, told by the sentences under the name, whatever words they use. */
const named = (passage: Passage, found: readonly Found[]): readonly Found[] => {
  const items: Found[] = []
  let inNode: ReadonlyMap<Node, readonly Found[]> | null = null
  for (const node of passage.nodes) {
    if (!isNamed(passage, node)) continue
    const name = node.heading
    const shape = stepShapes.find(({ shape: s }) => headingHolds(passage, node, s))
    const first = shape ? sentenceAfterName(passage, node) : undefined
    inNode ??= Map.groupBy(found, f => f.node)
    const known = inNode.get(node)?.some(f => f.step === shape?.step && f.span.start >= node.headingEnd)
    if (!shape || !first || known) continue
    const span = trimmed(passage.text, first.start, first.end)
    const actor = actorOf(passage, span.start, span.end, null)
    const step = foundAt(passage, first, { ...shape, kind: name.slice(0, 2) }, actor, span, null)
    // An item is a step of its own, whoever else is said to take one like it.
    items.push({ ...step, key: `item ${node.start}` })
  }
  return items
}

/** The name of an item whose sentences tell the step is not the step again. */
const namesItem = (passage: Passage, f: Found): boolean =>
  f.line === f.node.own[0] &&
  f.span.start === f.line.body &&
  f.span.end <= f.node.headingEnd &&
  f.span.end - f.span.start <= longestName &&
  f.node.end - f.node.headingEnd > 4 &&
  /[。:\n]/.test(passage.text[f.node.headingEnd] ?? '')

/** `五星户按总户数的10%评定`: how many there may be. */
const quota = clued(/按[^,。;]{0,12}%/)

const results = clued(/^(?:评选|评比)结果/)
const few = clued(/不(?:得)?(?:超过|多于|搞|开展)|减少|取消[^,。;]{0,6}(?:检查|评比)|严禁/)
const howMany = clued(/(?:评选|评比)[^,。;]{0,16}\d+[个户名]/)

/** Whether words that speak of a step tell one, of a title where the plan has one (`titled`), else of a selection. */
const isTold = (text: string, { step, actor, span: { start, end } }: Found, titled: boolean): boolean => {
  if (holds(few, text, start, end)) return false
  if (step === 'review' && (holds(results, text, start, end) || holds(quota, text, start, end))) return false
  if (titled) return step === 'recheck' || !holds(announcesPhase, text, start, end)
  return holds(selecting, text, start, end) && (actor !== null || !holds(howMany, text, start, end))
}

/** How a title or flag is applied for, judged, granted and withdrawn. Without such a title in the plan, only plain selections count. */
export const readProcedure = (passage: Passage): readonly Procedure[] => {
  const { text } = passage
  const speaking: Speaking = { line: null, end: 0, actor: null, unread: [] }
  const said: Found[] = []
  for (const sentence of passage.sentences) inSentence(passage, sentence, speaking, said)
  const items = new Set(named(passage, said))
  const found = [...said.filter(f => !namesItem(passage, f)), ...items]
  const kinds = new Set<ProcedureStep>()
  for (const { step } of found) if (ofTitle.has(step)) kinds.add(step)
  const titled = kinds.size >= 2 && holds(award, text, passage.span.start, passage.span.end)
  const kept = found.filter(f => isTold(text, f, titled))
  const owned = new Set<ProcedureStep>()
  for (const { step, actor } of kept) if (actor !== null) owned.add(step)
  const told = atHome(kept.filter(f => f.actor !== null || f.threshold !== null || !owned.has(f.step) || items.has(f)))
  return distinct(told).map(plain)
}
