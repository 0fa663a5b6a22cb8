import { characters } from '../scan/characters.ts'
import { clued, endAt, fits, holds, mayHold, oncePerPlace } from '../scan/clues.ts'
import { endsHead, headBefore, quantifier, type Strength } from './party-heads.ts'
import { beginsLikeName, beginsWithAct, opensPlanned, predicateAt } from './predicates.ts'

/** A list of doers and where the words about what they do begin. */
export type PartyList = { readonly names: readonly string[]; readonly start: number; readonly end: number }

const longestName = 30
const stops = characters(',;。:!?\n、 \t\u3000')
const listComma = '、'.charCodeAt(0)
const conjunction = clued(/(?:、|以及|及其|及(?!时)|和|与|,(?=各|有关|相关)|\/)/y)
const shutList = clued(
  /等(?:相关|有关|各|职能|成员|管线|行业|责任|主管|专业)?(?:部门|单位|人民团体|群团组织|团体|组织|科室|机构|企业|人员|同志)?/y,
)
const institutional = clued(
  /^.{0,6}(?:局|部|科|室|股|所|站|组|中心|队|办|委|员|处|公司|小组|委员会|单位|部门|长|人|记|任)$/,
)
const refused = clued(
  /^(?:我(?!社区|街道|镇|乡|村|校|局|院|单位|办|中心|公司|系统)|它|他|她|你|这|那|该项|本次|本(?:计划|方案|项目|办法)|此|其中|以|为|使|让|被|因|如|若|凡|不|没|无(?!疫|锡)|有(?!关)|是|组织(?![部科委处室、])|第[一二三四五六七八九十\d]{1,2}次|下设|挂靠|隶属|每[所家户处]|报(?!社|刊|业)|[仅只]?由|并?经过?|使得|一|\d+[个名支]|成立|组建|加强|强化|请|对)/,
)

const [openBracket, closeBracket] = ['('.charCodeAt(0), ')'.charCodeAt(0)]
const [openQuote, closeQuote] = ['“'.charCodeAt(0), '”'.charCodeAt(0)]

const bracketEnd = (text: string, at: number, limit: number): number => {
  const close = text.charCodeAt(at) === openBracket ? closeBracket : closeQuote
  for (let i = at + 1; i < Math.min(limit, at + 17); i++) if (text.charCodeAt(i) === close) return i + 1
  return -1
}

const listed = new Set('、和及与')
const villages = new Set('村镇乡')

const telling = clued(
  /问题|情况|及时|进行|^等|[向把被]|(?<!自)由|负责(?!人|同志|干部)|(?<!未)成立|按照|.联系(?=..)(?![人点员领单户群服])|^.+组织(?=..)(?![部科委处室办机成])/,
)
const placing = clued(/[^内外所现存]在(?![职校岗册编线])/)
const possessive = clued(/的(?:主要|分管|若干|部分|优秀|有关|全体)?(?:负责人|责任人|领导|同志|工作人员|学生|干部)$/)

/** Whether the words from `start` to `end` can be the name of somebody who acts. */
const isName = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end)
  if ((name.length < 2 && !(listed.has(text[start - 1] ?? '') && villages.has(name))) || fits(refused, name))
    return false
  if (holds(telling, text, start, end) || holds(placing, text, start, end)) return false
  if (name.includes('的') && !fits(possessive, name)) return false
  const act = beginsLikeName(text, start)
  if (act > 0 && act < end) return holds(institutional, text, act, end)
  return !beginsWithAct(text, start) || endAt(quantifier, text, start) > 0
}

/**
 * A place where a name may end, past what shuts a list of them (`after`), and where the next would begin (`joined`, -1 for
 * none). `sure`: whether the words up to `nameEnd` are a name, once that has been asked.
 */
type NameEnd = {
  readonly end: number
  readonly after: number
  readonly joined: number
  readonly strength: Strength
  readonly nameEnd: number
  sure: boolean | null
}

const endOf = (text: string, end: number, nameEnd: number, strength: Strength): NameEnd => ({
  end,
  after: Math.max(endAt(shutList, text, end), end),
  joined: endAt(conjunction, text, end),
  strength,
  nameEnd,
  sure: null,
})

const nowhere: readonly NameEnd[] = []

const post = clued(/(?:长|主任|书记|主席|经理|队长|干部|同志)$/)
const person = clued(/[\u4e00-\u9fff]{2,3}(?=(?:同志)?(?:具体|统一|全面|主要|总)?(?:负责(?!人)|牵头|主抓|分管|主持))/y)
const adverb = clued(/^(?:具体|统一|全面|主要|亲自|直接|共同|分别)/)
const inCharge = clued(/负责|牵头|主抓|分管|主持/)
const longestPerson = 9

/** `科长张三具体负责`: where the name that goes on after the post ends; -1 where none does. */
const personEnd = (text: string, start: number, end: number): number =>
  mayHold(inCharge, text, end, Math.min(end + longestPerson, text.length)) &&
  holds(post, text, Math.max(start, end - 2), end) &&
  !holds(adverb, text, end, Math.min(end + 2, text.length))
    ? endAt(person, text, end)
    : -1

/** Places where a name that begins at `start` may end, nearest first. */
const nameEnds = oncePerPlace((text, start, limit): readonly NameEnd[] => {
  let ends: NameEnd[] | null = null
  let quantified: boolean | null = null
  const last = Math.min(limit, start + longestName)
  for (let i = start; i < last; ) {
    const c = text.charCodeAt(i)
    if (c === openBracket || c === openQuote) {
      const close = bracketEnd(text, i, limit)
      if (close < 0) break
      i = close
    } else if (stops[c] === 1) break
    else i++
    // Most characters end no name, which their code tells at once.
    if (c !== openBracket && !endsHead(text.charCodeAt(i - 1))) continue
    const head =
      headBefore(text, start, i) ?? (c === openBracket ? headBefore(text, start, text.lastIndexOf('(', i)) : null)
    if (head === null) continue
    ends ??= []
    quantified ??= endAt(quantifier, text, start) > 0
    const named = personEnd(text, start, i)
    if (named > 0) ends.push(endOf(text, named, i, 'firm'))
    const strength = quantified && head !== 'public' && i - start > 1 ? 'firm' : head
    ends.push(endOf(text, i, i, strength))
  }
  return ends ?? nowhere
})

const quantifiers = clued(/各级|各|市|区|县/y)

const utilities = new Set('水电气热暖')

const shuts = clued(/等/)

/** `组织、宣传、综治等部门`: short names that only the closing word makes a list of bodies. */
const elliptic = (text: string, start: number, limit: number): PartyList | null => {
  if (!mayHold(shuts, text, start, Math.min(limit, start + 120))) return null
  const names: string[] = []
  let at = start
  const quantified = endAt(quantifiers, text, start)
  if (quantified > at) at = quantified
  for (let i = at; i < Math.min(limit, start + 120); i++) {
    const c = text.charCodeAt(i)
    const shut = i > at ? endAt(shutList, text, i) : -1
    if (shut > i) {
      const closed = text.slice(i, shut)
      if (closed === '等' || i - at > 10) return null
      names.push(text.slice(at, i))
      return names.length >= 2 ? { names, start, end: shut } : null
    }
    if (c === listComma) {
      if ((i - at < 2 && !utilities.has(text[at] ?? '')) || i - at > 10) return null
      names.push(text.slice(at, i))
      at = i + 1
    } else if (stops[c] === 1) return null
  }
  return null
}

type Ends = (at: number, strength: Strength) => boolean

const readFrom = (text: string, start: number, limit: number, depth: number, ends: Ends): PartyList | null => {
  for (const place of nameEnds(text, start, limit)) {
    const { end, after, strength } = place
    const joined = depth > 16 ? -1 : place.joined
    const ended = ends(after, strength)
    // What stands behind a name is sooner looked at than the name.
    if (joined < 0 && !ended) continue
    place.sure ??= isName(text, start, place.nameEnd)
    if (!place.sure) continue
    const rest = joined > 0 && joined < limit ? readFrom(text, joined, limit, depth + 1, ends) : null
    if (rest) return { names: [text.slice(start, end), ...rest.names], start, end: rest.end }
    if (ended) return { names: [text.slice(start, end)], start, end: after }
    if (joined > 0 && depth > 2) return null
  }
  return null
}

const saysModal = (text: string, at: number, limit: number, strength: Strength): boolean =>
  at < limit && (strength === 'firm' || strength === 'loose') && predicateAt(text, at) === 'modal'

const saysVerb = (text: string, at: number, limit: number, strength: Strength): boolean =>
  at < limit &&
  ((strength === 'firm' && predicateAt(text, at) === 'verb') || (strength === 'loose' && opensPlanned(text, at)))

const saysNoun = (text: string, at: number, limit: number, strength: Strength): boolean =>
  at < limit && strength === 'firm' && predicateAt(text, at) === 'noun'

const charge = clued(/,(?:都|均)?(?:把|将|负责|按照|根据|结合|要|应|须|必须|对(?!照))/y)

const overComma = (text: string, list: PartyList, limit: number): PartyList | null => {
  if (saysModal(text, list.end, limit, 'firm') || saysVerb(text, list.end, limit, 'firm')) return list
  if (text[list.end] !== ',' && text[list.end] !== '、') return null
  const next = list.end + 1
  if (endAt(charge, text, list.end) > 0) return { ...list, end: next }
  const more = elliptic(text, next, limit)
  const rest = more ? overComma(text, more, limit) : null
  return rest ? { names: [...list.names, ...rest.names], start: list.start, end: rest.end } : null
}

/** `镇召开动员会`: a level alone acts where a verb of office follows it. */
const levelAlone = clued(
  /(?:我|本)?(?:县|区|市|镇|乡|街道|学校|公司|园区|社区(?!组织))(?=(?:统一|集中|定期)?(?:召开|制[定订](?!的)|印发|出台|抽调|聘请|举办|安排(?![的部])|建立(?![的了])|组织(?![部的架机建领体生]|[^,。;]{0,3}(?:工作|建设|机构|体系))))/y,
)

/**
 * Reads the doers a clause begins with (`各社区、物业公司要…`); null where it begins with anything else. `limit` is the end
 * of the clause, `beyond` that of the sentence: a list of names may run over commas.
 */
export const readSubject = (text: string, start: number, limit: number, beyond: number = limit): PartyList | null => {
  const plain =
    nameEnds(text, start, limit).length > 0 &&
    (readFrom(text, start, limit, 0, (at, s) => saysModal(text, at, limit, s) || saysVerb(text, at, limit, s)) ??
      readFrom(text, start, limit, 0, (at, s) => saysNoun(text, at, limit, s)) ??
      readFrom(
        text,
        start,
        limit,
        0,
        (at, s) => at === limit && at < beyond && s === 'firm' && endAt(charge, text, at) > 0,
      ))
  if (plain) return plain
  const level = endAt(levelAlone, text, start)
  if (level > 0 && level < limit) return { names: [text.slice(start, level)], start, end: level }
  const short = elliptic(text, start, beyond)
  return short ? overComma(text, short, beyond) : null
}

/** Reads doers whose end is shown by the words after them (`由…负责`, `会同…开展`), of any strength. */
export const readNamed = (
  text: string,
  start: number,
  limit: number,
  ends: (at: number) => boolean,
): PartyList | null => readFrom(text, start, limit, 0, ends) ?? elliptic(text, start, limit)

/** Whether some words are nothing but names of doers, and which. */
export const readWholly = (text: string, start: number, end: number): readonly string[] | null =>
  readFrom(text, start, end, 0, (at, strength) => at === end && strength === 'firm')?.names ?? null

const separators = /[、,;,/]|\s{1,4}|以及|及(?!时)|与/
const maskedName = /^[xX×*_\s]+$|^(?:略|无|待定)$/
const oneBody = /(?:局|部|办|委|科|中心|处|站|所|会)$/

/** `公安局和城管局` are two, `政法和社会管理局` is one: what stands before `和` must be a name itself. */
const parted = (name: string): readonly string[] => {
  const and = name.search(/和(?!谐|平|睦)/)
  if (and < 2 || and > name.length - 3) return [name]
  const whole = oneBody.test(name) && and <= 4 && headBefore(name, 0, and) === null
  return whole ? [name] : [name.slice(0, and), ...parted(name.slice(and + 1))]
}

/** The names in a list that a label announced (`责任单位:…`); masked ones are left out. */
export const namesIn = (written: string): readonly string[] =>
  written
    .split(separators)
    .flatMap(name => parted(name.trim()))
    .map(name =>
      name
        .trim()
        .replace(/^[:]/, '')
        .replace(/(?:等(?:相关|有关)?(?:部门|单位|人员)?|[。.;])$/, ''),
    )
    .filter(name => name !== '' && name.length <= 40 && !maskedName.test(name))
