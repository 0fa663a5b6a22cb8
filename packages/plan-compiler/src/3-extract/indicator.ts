import { clausesOf } from '../2-outline/sentences.ts'
import type { Comparison, Indicator } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { type Clued, clued, endAt, fits, holds, matchesIn, matchIn, mayHold } from '../scan/clues.ts'
import { measureWords } from '../vocabulary/measure-words.ts'
import { hanEnd, type ReadNumber, readNumber } from '../vocabulary/numerals.ts'
import { mostPerClause, type Passage, tellsOfThePast, trimmed } from './passage.ts'

type Demand = {
  readonly op: Comparison
  readonly value: number | null
  readonly unit: string
  readonly start: number
  readonly end: number
}

const atLeast = clued(
  /(?:不(?:得)?(?:少|低|小)于|不少过|至少|最少|达到?|超过|大于|高于|突破|力争|≥|>|多于|以上|确保|保持在|稳定在|提高到|提升到|增加到|控制在|不(?:得)?(?:超|高|多|大)(?:过|于)|低于|少于|小于|≤|<|限于|最多|至多|在|为|约|有|实现|完成|降低|下降|提高|提升|增长|上升|减少)$/,
)
/** `不低于总面积的25%`: what it is a part of stands between. */
const leastOf = clued(/(?:不(?:得)?(?:少|低|小)于|不少过|至少占)[^,。;:%\d]{1,14}的$/)
const mostOf = clued(/(?:不(?:得)?(?:超过|高于|多于|大于)|至多占)[^,。;:%\d]{1,14}的$/)
const moreThan = clued(/(?:超过|大于|高于|多于|突破|>)$/)
const least = clued(/(?:(?:不(?:得)?(?:少|低|小)于|不少过|至少|最少)[\u4e00-\u9fff]{0,3}|≥|不低于)$/)
const most = clued(/(?:不(?:得)?(?:超|高|多|大)(?:过|于)|≤|控制在|最多|至多)$/)
const less = clued(/(?:(?<!不)(?<!不得)(?:低于|少于|小于)|<)$/)
const up = clued(/^(?:及)?以上|^(?:或|及)更多|^\+/)
const down = clued(/^(?:及)?以(?:下|内)|^之内/)
const promptly = clued(/^(?:小时|分钟)$/)
const breakthrough = clued(/突破零(?:的记录)?|零的突破|零突破/g)

const unitHere = clued(new RegExp(`(?:余|多)?(?:${measureWords})`, 'y'))
const more = characters('余多')

/** A number among other words: it stands from `at` to `stop`, what is looked at from `from` to `to`. */
type Place = {
  readonly text: string
  readonly from: number
  readonly at: number
  readonly stop: number
  readonly to: number
}

const [reachBefore, reachAfter] = [20, 5]

const placeOf = (text: string, at: number, stop: number, reach = reachAfter): Place => ({
  text,
  from: Math.max(0, at - reachBefore),
  at,
  stop,
  to: Math.min(stop + reach, text.length),
})

/** Whether the words before the number hold a match, and whether those after it do. */
const leads = ({ text, from, at }: Place, pattern: Clued): boolean => holds(pattern, text, from, at)
const follows = ({ text, stop, to }: Place, pattern: Clued): boolean => holds(pattern, text, stop, to)

const opOf = (place: Place): Comparison => {
  if (follows(place, up) || leads(place, least) || leads(place, leastOf)) return '>='
  if (follows(place, down) || leads(place, most) || leads(place, mostOf) || isWithin(place)) return '<='
  if (leads(place, moreThan)) return '>'
  return leads(place, less) ? '<' : '='
}

const inside = '内'.charCodeAt(0)
const isWithin = ({ text, stop }: Place): boolean => text.charCodeAt(stop) === inside

/** What the words behind or before a number end or begin with where it is compared; a few Han may stand behind `least`. */
const comparedAfter = characters('及以或+之')
const comparedBefore = characters('过于≤在多破><')

const compared = (place: Place): boolean =>
  (comparedAfter[place.text.charCodeAt(place.stop)] === 1 && (follows(place, up) || follows(place, down))) ||
  leads(place, least) ||
  (comparedBefore[place.text.charCodeAt(place.at - 1)] === 1 &&
    (leads(place, most) || leads(place, moreThan) || leads(place, less)))

/** Verbs that ask for a number of things to be had: `新增20个车位`. */
const procure = clued(
  /(?:购入|购置|购买|租赁|设置|新增|增设|新建|建成|建设|打造|创建|评选|评出|选出|申报|培育|招募|组建|配备|配置|发展|安装|加装|新装|添置|更换|改造|修复|疏浚|清理|拆除|栽植|种植|新改建|改建|扩建|铺设|硬化|粉刷|印制|制作|遴选|实施|推出|选树|命名|完成|落实|举办|建立|设立|聘请|打造出|各|每个[^,。;]{1,14}(?:申报|推荐|配备|建立|确定|选派|设置|打造)|配|发放|征集|储备)(?:不同|全[区县市镇]|约|总|好|了|出|一批)?$/,
)

const reaching = clued(/达(?:到)?$/)

const percent = (text: string, at: number, number: ReadNumber | null): Demand | null => {
  if (!number || text[number.end] !== '%') return null
  const place = placeOf(text, at, number.end + 1, reachAfter - 1)
  const reached = leads(place, reaching) && !compared(place)
  return { op: reached ? '=' : opOf(place), value: number.value, unit: '%', start: at, end: number.end + 1 }
}

/** `储备沙袋10万条、橡皮艇30艘`: what follows in the list is asked for like the first. */
const alsoHad = clued(/^、[\u4e00-\u9fff“”]{1,10}$/)

const joints = characters('至到-—~～')

const plainOne = clued(/^(?:个|支|种|批|项|次|份|名|类|人|面|条)$/)

/** `建成示范点3个`: the thing stands before its number. */
const hadOf = clued(
  /(?:新增|设置|建成|发展|配备|购置|安装|加装|新装|添置|打造|新建|新改建|改建|扩建|创建|培育|招募|组建|改造|修复|疏浚|清理|拆除|栽植|种植|铺设|硬化|粉刷|储备|印制|制作|评选|命名)[\u4e00-\u9fff“”]{2,10}$/,
)

/** `注册志愿者达到5000人`: the number closes what is to be reached. */
const arriving = clued(/(?:达到|增加到|扩大到|发展到)$/)

const closers = characters(',。;、)\t\n')
const closesPiece = ({ text, stop }: Place): boolean => stop >= text.length || closers[text.charCodeAt(stop)] === 1

const ofEach = clued(/每个|各/)

const asked = (number: ReadNumber, unit: string, place: Place): boolean => {
  if (compared(place)) return true
  if (fits(promptly, unit)) return isWithin(place)
  if (leads(place, arriving)) return number.written === 'arabic' && closesPiece(place)
  if (!leads(place, procure)) return number.written === 'arabic' && closesPiece(place) && leads(place, hadOf)
  return number.written !== 'han' || (number.value ?? 0) > 1 || !fits(plainOne, unit) || leads(place, ofEach)
}

const addCounted = (text: string, at: number, number: ReadNumber | null, found: Demand[]): void => {
  if (!number) return
  const second = joints[text.charCodeAt(number.end)] === 1 ? readNumber(text, number.end + 1) : null
  const end = second?.end ?? number.end
  const stop = endAt(unitHere, text, end)
  if (stop < 0) return
  const unit = text.slice(more[text.charCodeAt(end)] === 1 ? end + 1 : end, stop)
  // 个月 is time.
  if (unit === '个' && text[stop] === '月') return
  const place = placeOf(text, at, stop)
  const last = found.at(-1)?.end ?? 0
  const also = last > 0 && closesPiece(place) && last < at && holds(alsoHad, text, last, at)
  if (!also && !asked(number, unit, place)) return
  const { value } = number
  if (second)
    found.push(
      { op: '>=', value, unit, start: at, end: stop },
      { op: '<=', value: second.value, unit, start: at, end: stop },
    )
  else found.push({ op: opOf(place), value, unit, start: at, end: stop })
}

const undemanded: readonly Demand[] = []

const fraction = clued(/([一二三四五六七八九十]{1,2})分之([一二三四五六七八九十]{1,2})/g)
const zero = clued(/零(?:事故|投诉|上访|死亡|发生|火灾|案件|伤亡|违规|差错|报告|增长|感染|污染|遗漏|容忍|死角|盲区)/g)
/** `生产安全事故为零`, `死亡人数为0`: what must not happen stands before the nothing. */
const nothing = clued(
  /(?:事故|死亡|伤亡|火灾|案件|投诉|上访|感染|差错|人数|起数|发生率)(?:保持|确保|力争|实现)?为(?:零|0)(?![\d.%])/g,
)
const zeroDemand = /零(?:事故|投诉|上访|死亡|发生|火灾|案件|伤亡|违规|差错|感染|遗漏)/
/** What a number may begin with; a masked one has its digits or a sign of percent behind it. */
const beginnings = characters('0123456789xX×*_一二两三四五六七八九十百')
const inHan = characters('一二两三四五六七八九十百')
/** What stands behind a number that asks for something: a unit, a second number, a sign of percent. */
const followers = characters(`${[...measureWords.split('|').map(word => word.charAt(0))].join('')}余多至到-—~～%`)
const masks = characters('xX×*_')
const masked = /^[xX×*_]{1,4}\d?(?=[%\d])/

const rare = clued(/零|分之|为0/)

const special = (text: string, start: number, end: number): readonly Demand[] => {
  if (!holds(rare, text, start, end)) return undemanded
  const found: Demand[] = []
  for (const m of matchesIn(fraction, text, start, end)) {
    const [below, above] = [readNumber(m[1] ?? '', 0)?.value, readNumber(m[2] ?? '', 0)?.value]
    if (!below || !above) continue
    const at = start + m.index
    const value = Math.round((10_000 * above) / below) / 100
    found.push({
      op: opOf({ ...placeOf(text, at, at + m[0].length, reachAfter - 1), from: Math.max(start, at - reachBefore) }),
      value,
      unit: '%',
      start: at,
      end: at + m[0].length,
    })
  }
  for (const m of matchesIn(zero, text, start, end))
    if (zeroDemand.test(m[0]))
      found.push({ op: '=', value: 0, unit: '起', start: start + m.index, end: start + m.index + m[0].length })
  for (const m of matchesIn(nothing, text, start, end)) {
    const stop = start + m.index + m[0].length
    found.push({ op: '=', value: 0, unit: m[0].includes('人数') ? '人' : '起', start: stop - 1, end: stop })
  }
  for (const m of matchesIn(breakthrough, text, start, end))
    found.push({ op: '>', value: 0, unit: '个', start: start + m.index, end: start + m.index + m[0].length })
  return found
}

/** Where a masked number ends, the words after `end` being none of the clause's. */
const maskedEnd = (text: string, at: number, end: number): number => {
  const m = masked.exec(text.slice(at, end))
  return m ? at + m[0].length : -1
}

/** Whether a number may stand at a place whose character some number begins with; Chinese numerals alone ask for nothing. */
const mayAsk = (text: string, at: number): boolean =>
  inHan[text.charCodeAt(at)] === 0 || followers[text.charCodeAt(hanEnd(text, at))] === 1

/** The first place from which a number may ask for something; `end` where there is none. */
const numberFrom = (text: string, start: number, end: number): number => {
  for (let at = start; at < end; at++) if (beginnings[text.charCodeAt(at)] === 1 && mayAsk(text, at)) return at
  return end
}

const demandsIn = (text: string, start: number, end: number): readonly Demand[] => {
  const rareOnes = special(text, start, end)
  const found = rareOnes.slice()
  let reached = start
  for (let at = numberFrom(text, start, end), next = at; at < end; at = next) {
    next = at + 1
    const code = text.charCodeAt(at)
    if (beginnings[code] === 0) continue
    if (masks[code] === 1) {
      const mask = maskedEnd(text, at, end)
      if (mask < 0) continue
      next = mask
    }
    if (at < reached || (rareOnes.length > 0 && rareOnes.some(d => at >= d.start && at < d.end))) continue
    if (!mayAsk(text, at)) {
      reached = hanEnd(text, at)
      continue
    }
    const number = readNumber(text, at)
    const last = found.length
    const share = percent(text, at, number)
    if (share) found.push(share)
    else addCounted(text, at, number, found)
    reached = found[last]?.end ?? number?.end ?? at + 1
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start)
}

const unasked = clued(/^(?:年|月|日|号|元|万元|周年|届|岁|天|周|个月|分)$/)

const times = new Set('次遍回期场轮')
const [ordinal, fromNow] = [characters('第近'), characters('前后')]
const rhythm = clued(/(?:每|一)[两二三半\d]{0,2}(?:个)?(?:天|日|周|月|季|年|学期|半年|逢)|逐[月日周季]/)

/** `一户一档`, `按90%发放`, `扣绩效5%`: a way of keeping papers, and shares of pay. */
const eachOne = clued(/一[户人企厂校村栋楼院点事案]$/)
const eachOneHas = clued(/^一[档册卡表策本账码牌证]/)
const ofPay = clued(/(?:扣|罚|奖)[^,。;]{0,12}$/)
const paidOut = clued(/^(?:发放|兑现|计发|核发|拨付)/)
const kept = clued(/(?:保存|留存|保留|存储|公示)[^,。;]{0,8}(?:不少于|不低于|至少)$/)

const isNoDemand = (text: string, d: Demand, start: number): boolean => {
  if (holds(eachOne, text, start, d.start)) return true
  if (holds(eachOneHas, text, d.end, Math.min(d.end + 2, text.length))) return true
  if (d.unit !== '%') return false
  return holds(ofPay, text, start, d.start) || holds(paidOut, text, d.end, Math.min(d.end + 3, text.length))
}

/** A demand that is a frequency, a date or money is none. */
const refused = (text: string, d: Demand, clause: readonly [number, number]): boolean => {
  if (d.unit === '天' && holds(kept, text, clause[0], d.start)) return false
  if (isNoDemand(text, d, clause[0])) return true
  if (fits(unasked, d.unit) || (d.op === '<' && text[d.end] === '的') || text[d.end] === '零') return true
  if (times.has(d.unit) && holds(rhythm, text, clause[0], clause[1])) return true
  const before = text.charCodeAt(d.start - 1)
  return ordinal[before] === 1 || (fromNow[before] === 1 && !fits(promptly, d.unit))
}

const anyNumber = clued(/[\dxX×*_一二两三四五六七八九十百零]|分之/)
const inClause = (text: string, clause: readonly [number, number], found: Indicator[]): void => {
  const [start, end] = clause
  const demands = demandsIn(text, start, end)
  if (demands.length === 0) return
  const span = trimmed(text, start, end)
  if (tellsOfThePast(text, span)) return
  for (const d of demands.slice(0, mostPerClause)) {
    if (refused(text, d, clause)) continue
    const { op, value, unit, start: at, end: stop } = d
    const last = demands.findLast(other => other.end < at)
    const pause = last ? text.lastIndexOf('、', at) : -1
    const from = last && pause >= last.end ? pause : start
    const subject = withThing(subjectOf(text, from, at), text, stop, end) || cellBefore(text, start)
    const per = matchIn(perHead, text, start, at)?.[1]
    found.push({ subject, op, value, unit: per === undefined ? unit : `${unit}/${per}`, span })
  }
}

const perHead = clued(/[每按](\d{1,5}[人户名个])[^,。;]{0,8}$/)

const limitFirst = clued(
  /^(?:到|在|于|从|自)?(?:(?:(?:19|20)[\dxX]{2}年)?\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?(?:至|到|-|—|~)?){1,2}(?:之?前|以前|起)?[,、]?/,
)
const atLeastWithin = clued(/(?:至少|最少|不(?:得)?少于)(?=[\u4e00-\u9fff]{1,3}$)/)

const pauses = characters(',、;:', 'and blanks')
const asking = [leastOf, mostOf, atLeast]

/** What is counted or measured: the words before the number, without what asks for it and the limit said first. */
const subjectOf = (text: string, start: number, at: number): string => {
  let [from, to] = [start, at]
  for (const pattern of asking) to = from + (matchIn(pattern, text, from, to)?.index ?? to - from)
  while (from < to && pauses[text.charCodeAt(from)] === 1) from++
  from += matchIn(limitFirst, text, from, to)?.[0].length ?? 0
  const inside = matchIn(atLeastWithin, text, from, to)
  const words = inside
    ? text.slice(from, from + inside.index) + text.slice(from + inside.index + inside[0].length, to)
    : text.slice(from, to)
  return words.slice(-30)
}

/** `建成1处集中充电点`: a verb alone is no subject; what it is done to follows the number. */
const withThing = (subject: string, text: string, stop: number, end: number): string => {
  if (fits(bareDemand, subject)) return thingIn(text.slice(stop, end)) || subject
  return subject === '' || fits(procure, subject) ? subject + thingIn(text.slice(stop, end)) : subject
}

/** What stands alone in a cell is told of the cell before it. */
const cellBefore = (text: string, start: number): string =>
  text[start - 1] === '\t'
    ? (/[^\t\n]{1,30}$/.exec(text.slice(Math.max(0, start - 32), start - 1))?.[0] ?? '').trim()
    : ''

/** `做到有80%以上的知晓率`: the words before the number only ask. */
const bareDemand = clued(/^(?:要|应)?(?:做到|确保|实现|力争|保证|达到|保持)有?$/)

const thingIn = (after: string): string =>
  /^[\u4e00-\u9fff“”]{1,16}/.exec(after.replace(/^(?:及)?以[上下内]/, '').replace(/^的/, ''))?.[0] ?? ''

/** Measurable demands. */
export const readIndicators = ({ text, sentences }: Passage): readonly Indicator[] => {
  const found: Indicator[] = []
  for (const { start, end } of sentences) {
    if (!mayHold(anyNumber, text, start, end)) continue
    const first = mayHold(rare, text, start, end) ? start : numberFrom(text, start, end)
    if (first === end) continue
    for (const clause of clausesOf(text, start, end)) if (clause[1] > first) inClause(text, clause, found)
  }
  return found
}
