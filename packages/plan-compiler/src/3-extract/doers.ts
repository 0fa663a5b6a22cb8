import type { Line } from '../2-outline/lines.ts'
import { clausesOf } from '../2-outline/sentences.ts'
import type { Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import {
  anyOf,
  type Clued,
  clued,
  endAt,
  fits,
  holds,
  matchAt,
  matchesIn,
  matchIn,
  mayHold,
  mayHoldAny,
} from '../scan/clues.ts'
import { type PartyList, readNamed, readSubject } from '../vocabulary/party.ts'
import { headBefore } from '../vocabulary/party-heads.ts'
import { predicateAt } from '../vocabulary/predicates.ts'
import { mayTellTime, readWindow } from '../vocabulary/windows.ts'
import { eachOnce } from './each-once.ts'
import { foundedIn } from './group-setup.ts'
import { type Passage, sentencesIn } from './passage.ts'

/** A stretch of a sentence with the parties it names. */
export type Doing = {
  readonly start: number
  readonly end: number
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly support: readonly string[]
}

type Named = { readonly at: number; readonly role: 'lead' | 'responsible' | 'support'; readonly list: PartyList }

const preface = clued(
  /(?:同时|此外|另外|并|其中|但|还|如|请|要求|督促|确保|[一二三四五六七八九十]{1,2}是|[①-⑳]|\(\d{1,2}\)|\(?[一二三四五六七八九十]\)|\d{1,2}[.、]|首先|其次|然后|最后|期间|届时|会后|平时|形成(?=[^,。;]{2,10}抓)){1,2}(?:要由|要(?=各))?|要由|要(?=各)/y,
)

const opens = characters('“', 'and blanks')
const pauses = characters('、,', 'and blanks')

/** Where the words of a clause begin, past connectives and a date said first. */
export const openingOf = (passage: Passage, start: number, end: number): number => {
  let at = start
  while (at < end && opens[passage.text.charCodeAt(at)] === 1) at++
  at = Math.max(at, endAt(preface, passage.text, at))
  const when = readWindow(passage.text, at, passage.year)
  if (when && when.at.end < end && when.at.end > at) at = when.at.end
  while (at < end && pauses[passage.text.charCodeAt(at)] === 1) at++
  return at
}

const lead = clued(/(?:牵头|总牵头|主抓|总负责)/y)
const help = clued(/(?:予以|积极|密切|全力|协同|共同)?(?:配合|参与|参加|协助|协办|支持)/y)

const roleAfter = (text: string, at: number): Named['role'] => {
  if (endAt(lead, text, at) > 0) return 'lead'
  return endAt(help, text, at) > 0 ? 'support' : 'responsible'
}

const person = clued(
  /(?!主要|具体|专人|明确|指定|安排|落实|统一|分工|各自|全面|共同|认真|层层|由|专门|谁|切实|一律|直接|分别|逐级|联合|对|亲自|按|人人|实行|做到)[\u4e00-\u9fff]{2,4}(?:同志)?(?=负责(?!人|任|的|制))/y,
)

const inPerson = clued(/负责/)

/** `张三负责…`: somebody named in person. */
const personAt = (text: string, at: number, end: number): PartyList | null => {
  const name = mayHold(inPerson, text, at, Math.min(end, at + 10)) ? matchAt(person, text, at)?.[0] : undefined
  return name === undefined || at + name.length >= end ? null : { names: [name], start: at, end: at + name.length }
}

const subjectAt = (passage: Passage, start: number, end: number, beyond: number): Named | null => {
  const at = openingOf(passage, start, end)
  const list = readSubject(passage.text, at, end, beyond) ?? personAt(passage.text, at, end)
  if (!list) return null
  return { at: start, role: roleAfter(passage.text, list.end), list }
}

const byWord = clued(/由/)
const by = '由'.charCodeAt(0)
/** `理由`, `经由`, `由于`, `由来`: no word for who acts. */
const [notBefore, notAfter] = [characters('理自经缘因'), characters('于此来衷')]
const isBy = (text: string, at: number, start: number, end: number): boolean =>
  text.charCodeAt(at) === by &&
  (at === start || notBefore[text.charCodeAt(at - 1)] === 0) &&
  (at + 1 === end || notAfter[text.charCodeAt(at + 1)] === 0)

const acts = clued(
  /具体|统一|主要|专门|带动|组成|组织|任|担任|为主|兼|出面|直接|单独|按|分|进行|牵头|及时|给予|予以|审|挂牌|验收|确认|督办|评议|评价/y,
)
const actAfterBy = (text: string, at: number): boolean => predicateAt(text, at) !== null || endAt(acts, text, at) > 0

const mostBy = 8

/** The first `由…` of a clause that names who acts. */
export const byIn = (passage: Passage, start: number, end: number): Named | null => {
  if (!mayHold(byWord, passage.text, start, end)) return null
  let tried = 0
  for (let sign = start; sign < end; sign++) {
    if (!isBy(passage.text, sign, start, end)) continue
    if (tried++ > mostBy) return null
    const from = sign + 1
    const list = readNamed(passage.text, from, end, at => at < end && actAfterBy(passage.text, at))
    if (list && !holds(appointing, passage.text, list.end, Math.min(list.end + 4, passage.text.length)))
      return { at: start, role: roleAfter(passage.text, list.end), list }
  }
  return null
}

const appointing = clued(/^(?:任|担任|兼|为组长|为主任|组成(?:[,。;]|$))/)

const helpers: readonly {
  readonly opens: Clued
  readonly ends: Clued
  readonly predicates?: true
  readonly mobilises?: true
}[] = [
  {
    predicates: true,
    opens: clued(/(?:会同|联合|协同)(?!会|体)/g),
    ends: clued(/^(?:对|共同|联合|开展|组织|进行|研究|制定|在|按|$|[,。;])/),
  },
  {
    opens: clued(/(?:协助和配合|配合和协助|积极配合|密切配合|主动配合|协助|配合)(?!度|默契|情况|工作|不|默契|得当)/g),
    ends: clued(/^(?:做好|开展|完成|拆除|对|共同|抓好|尽早|定期|组织|落实|搞好|进行|及时|实施|处理|,|。|;|$)/),
  },
  { opens: clued(/与/g), ends: clued(/^(?:协作|合作|联合|配合(?!默契)|共同|协商|对接|签订|签定)/) },
  {
    mobilises: true,
    opens: clued(
      /(?:争取|动员|发动|调动|邀请|协调|组织|引导)(?=[\u4e00-\u9fff]{0,12}(?:单位|部门|企业|公司|商户|机构|组织|社区|小区|学校|街道|镇|干部|党员|志愿者|队伍))/g,
    ),
    ends: clued(/^(?:参与|参加|支持|配合|按|根据|向|提交|对|进行|协助|开展|的积极性|加入|定期|共建|认领)/),
  },
]

const anyHelper = anyOf(...helpers.map(({ opens }) => opens))

/** `发动群众参与` calls upon the public; nobody is given work by it. */
const isNoPublic = (name: string): boolean => headBefore(name, 0, name.length) !== 'public'

const nobody: readonly string[] = []

/** Those whose help a stretch asks for: 会同…, 与…合作, 争取…参与. */
const helpersIn = (passage: Passage, start: number, end: number): readonly string[] => {
  if (!mayHoldAny(anyHelper, passage.text, start, end)) return nobody
  const names: string[] = []
  for (const { opens, ends, predicates, mobilises } of helpers)
    for (const m of matchesIn(opens, passage.text, start, end)) {
      const from = start + m.index + m[0].length
      const list = readNamed(
        passage.text,
        from,
        end,
        at =>
          holds(ends, passage.text, at, Math.min(end, at + 6)) ||
          (predicates === true && predicateAt(passage.text, at) !== null),
      )
      if (list) names.push(...(mobilises ? list.names.filter(isNoPublic) : list.names))
    }
  return eachOnce(names)
}

const introduces = clued(/经研究|(?:特|现|兹)?(?:制定|制订)[^,。;]{0,20}(?:方案|计划|意见)$/)

/** An introduction says that a plan is made, not what is to be done. */
const concludes = clued(
  /(?:特|现|兹|,)(?:就[^,。;]{0,30})?(?:制定|制订|拟定)(?:了|出)?(?:本|以下|如下|此|该)?[^,。;]{0,30}(?:方案|计划|意见|办法)(?:如下)?:?$/,
)

const toldAsDone = clued(/^[^,;。]{0,40}?(?:了(?!解)|已经|已(?=[\u4e00-\u9fff]))/)

const inCharge = clued(/^(?:主要|具体|统一|专门|全面)?(?:负责|承担)/)

const chargeReach = 240

/** `成立…小组,负责…`: who was set up a clause before is in charge. */
const foundedInCharge = (passage: Passage, from: number, to: number, before: number): Named | null => {
  const charge = matchIn(inCharge, passage.text, from, to)
  if (!charge || from === before) return null
  const body = clausesOf(passage.text, Math.max(before, from - chargeReach), from)
    .flatMap(([a, b]) => foundedIn(passage, a, b))
    .at(-1)
  return body
    ? { at: from, role: 'responsible', list: { names: [body.name], start: from, end: from + charge[0].length } }
    : null
}

/** `医院成立工作领导小组`: setting up a body of the plan is told by the body; to be bidden to is work. */
const founds = clued(
  /^[^,;。要应须负指督]{0,16}(?:决定|研究)?(?:成立|组建)[^,;。]{0,44}(?:领导小组|指挥部|专班|工作组|委员会|领导机构)$/,
)

const inClause = (passage: Passage, from: number, to: number, start: number, end: number): Named | null => {
  if (holds(founds, passage.text, from, to)) return null
  const charged = foundedInCharge(passage, from, to, start)
  if (charged) return charged
  const by = byIn(passage, from, to)
  const subject = subjectAt(passage, from, to, end)
  return subject && !(by && by.list.start < subject.list.end) ? subject : by
}

const unnamed: readonly Named[] = []

const namedIn = (passage: Passage, start: number, end: number): readonly Named[] => {
  let found: Named[] | null = null
  let reached = start
  for (const [from, to] of clausesOf(passage.text, start, end)) {
    const named = from < reached ? null : inClause(passage, from, to, start, end)
    if (named === null) continue
    found ??= []
    found.push(named)
    reached = named.list.end
  }
  return found ?? unnamed
}

const doing = (passage: Passage, { at, role, list: { names, end: after } }: Named, end: number): Doing => {
  const helpers = helpersIn(passage, after, end)
  const support = helpers.length === 0 ? helpers : helpers.filter(name => !names.includes(name))
  return {
    start: at,
    end,
    lead: role === 'lead' ? names : nobody,
    responsible: role === 'responsible' ? names : nobody,
    support: role === 'support' ? [...names, ...support] : support,
  }
}

/** `(…。)由后勤中心负责,市场监管局配合`: what is to be done stands in the sentences before. */
export const chargeAlone = clued(
  /^由?[^,;。]{2,40}?(?:牵头|负责)(?:组织)?(?:实施|落实|完成|办理)?(?:,[^,;。]{2,40}(?:配合|参与|协助|协办|支持))?[。\s]*$/,
)

/** A clause with a deadline of its own (`…,于7月30日前报区委办`) is a task of its own, of the same doers. */
const byDeadline = (passage: Passage, whole: Doing): readonly Doing[] => {
  if (!mayTellTime(passage.text, whole.start, whole.end)) return [whole]
  const clauses = clausesOf(passage.text, whole.start, whole.end)
  const due = clauses.findIndex(([from, to], i) => {
    const w = i > 0 ? readWindow(passage.text, afterIn(passage.text, from), passage.year) : null
    return w !== null && w.said === 'by' && w.at.end < to && !holds(doneBy, passage.text, w.at.end, to)
  })
  if (due < 1 || holds(chargeAlone, passage.text, whole.start, clauses[due - 1]?.[1] ?? whole.end)) return [whole]
  const [from] = clauses[due] ?? [whole.end]
  const opens =
    /^(?:并?于|并?在|并)/.test(passage.text.slice(from, from + 2)) && due > 1 ? (clauses[due - 1]?.[0] ?? from) : from
  return [
    { ...whole, end: opens },
    { ...whole, start: opens },
  ]
}

/** `…,6月30日前完成`: the limit of the work before it. */
const doneBy = clued(/^(?:全面|全部|基本)?完成$/)

const connective = clued(/并?[于在]|并/y)

const afterIn = (text: string, at: number): number => Math.max(at, endAt(connective, text, at))

const idle: readonly Doing[] = []

const inSentence = (passage: Passage, start: number, end: number): readonly Doing[] => {
  if (holds(concludes, passage.text, Math.max(start, end - 60), end)) return idle
  const named = namedIn(passage, start, end)
  if (named.length > 0) return told(passage, named, end)
  const support = helpersIn(passage, start, end)
  if (support.length === 0 || holds(introduces, passage.text, start, end)) return idle
  return [{ start, end, lead: nobody, responsible: nobody, support }]
}

/** What is told of each of those who are named, one after the other. */
const told = (passage: Passage, named: readonly Named[], end: number): readonly Doing[] => {
  const found: Doing[] = []
  for (let i = 0; i < named.length; ) {
    const first = named[i] as Named
    const beside: string[] = []
    for (i++; i < named.length && helpsOut(passage.text, named[i] as Named); i++)
      beside.push(...(named[i] as Named).list.names)
    const whole = doing(passage, first, named[i]?.at ?? end)
    const support = [...whole.support, ...beside]
    found.push(...byDeadline(passage, { ...whole, support: eachOnce(support) }))
  }
  return found
}

/** `由平安办牵头,各社区配合`: those who only help have no task of their own in the sentence. */
const helpsOut = (text: string, { role, list }: Named): boolean =>
  role === 'support' && helping.shape.test(/^[^,。;]{0,20}/.exec(text.slice(list.end, list.end + 20))?.[0] ?? '')

const helping = clued(/^[^,。;]{0,4}(?:配合|参与|参加|协助|协办|支持)[^,。;]{0,4}$/)

/** Who is what in a body, and where it sits, is no work to be done. */
const appoints = (text: string, { start, end }: Span): boolean => {
  if (holds(founds, text, start, end)) return true
  if (!holds(post, text, start, end)) return false
  const words = text.slice(start, end)
  return (
    fits(appointment, words) ||
    words.split(/[,;]/).every(piece => piece.trim() === '' || fits(appointment, piece.trim()))
  )
}

const post = clued(
  /[任为兼][^,;。]{0,14}(?:组长|主任|队长|会长|指挥长|成员|召集人|总指挥)|(?:组长|成员|主任|总指挥)由|组成|办公室设?[在于]/,
)

const appointment = clued(
  /^(?:副?组长|成员|副?主任|副?总指挥)由|^[^,;。]{0,60}(?:(?:担任|兼任|任)(?:领导小组|办公室|工作组)?|为)(?:第一|执行|常务)?(?:副?组长|副?主任|副?队长|副?会长|副?指挥长|成员|召集人|副?总指挥)[,;\s]*$|^成员[^,;。]{0,80}组成$|^[^,;。]{0,24}办公室设?(?:在|于)[^,;。]{2,24}$|^[^,;。]{2,20}兼任?[^,;。]{0,12}(?:主任|组长|队长)$/,
)

/** `乡镇初审。乡镇政府…`: the name of an item, which its sentences tell. */
const isName = (passage: Passage, line: Line, { start, end }: Span): boolean =>
  line.marker !== null &&
  start === line.body &&
  end - start <= longestName &&
  line.end - end > 4 &&
  (readSubject(passage.text, start, end)?.end ?? start) >= end - 3

const longestName = 12

const arrow = clued(/→/)

/** What the sentences of a line give to somebody to do. */
export const doersIn = (passage: Passage, line: Line): readonly Doing[] => {
  let found: Doing[] | null = null
  for (const sentence of sentencesIn(passage, line)) {
    const { start, end } = sentence
    if (isName(passage, line, sentence) || holds(arrow, passage.text, start, end)) continue
    for (const doing of inSentence(passage, start, end)) {
      if (holds(toldAsDone, passage.text, doing.start, doing.end) || appoints(passage.text, doing)) continue
      found ??= []
      found.push(doing)
    }
  }
  return found ?? idle
}
