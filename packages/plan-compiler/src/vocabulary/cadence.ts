import type { Every, Per } from '../plan.ts'
import { anyOf, type Clued, clued, matchesIn, matchIn, mayHoldAny } from '../scan/clues.ts'
import { hanValue } from './numerals.ts'

/** A frequency and where it is said. */
export type ReadCadence = Every & { readonly start: number; readonly end: number }

const periods: Readonly<Record<string, Per>> = {
  天: 'day',
  日: 'day',
  晚: 'day',
  早: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  月份: 'month',
  个月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  学期: 'term',
  年: 'year',
  年度: 'year',
  学年: 'year',
  逢: 'season',
  节假日: 'season',
}

const n = '[\\d一二两三四五六七八九十]{1,3}'
const unit = '(?:星期|礼拜|月份|个月|季度|学期|学年|半年|年度|[天日晚周月季年])'
const and = '[、和及至到-]'
const several = (one: string): string => `${one}(?:${and}${one})*`
const weekday = '[一二三四五六日天](?![次个项家名支级条户月年季])'
const dayOfMonth = `\\d{1,2}(?:[日号]?${and}\\d{1,2})*[日号](?:前?、\\d{1,2}[日号](?=前))*`
const ofMonth = `(?:${dayOfMonth}|上旬|中旬|下旬|底|初|末)?`
const month = `(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?${ofMonth}`
const feast = '(?:汛期|雨季|元旦|春节|清明节?|端午节?|中秋节?|国庆节?|重阳节?|五一|七一|八一|十一|寒假|暑假|两节)'
const firstOf = `(?:${weekday}(?:${and}(?:周|星期|礼拜)?${weekday})*|(?:首|末)月${ofMonth}|${several(month)}|${several(feast)}|(?:[年月季]|季度|学期)?(?:末|底|初)|开学初?|[上中下]旬|${dayOfMonth})`
const nth = `(?:(?:第[一二三四五]|最后一?|[首头])个?(?:工作日|(?:周|星期|礼拜)${weekday}|周末|周|星期|月${ofMonth}))`
const clock =
  '(?:上午|中午|下午|傍晚|晚上|早上|早晨)?\\d{1,2}(?::\\d{2}|[点时](?:\\d{1,2}分|半)?)|(?:上午|中午|下午|傍晚|晚上|早上|早晨)'
const moment = `(?:(?:的?${firstOf})?(?:的?${several(nth)})?(?:的?(?:周|星期)${weekday})?(?:${several(`(?:${clock})`)})?(?:之前|以前|前(?![往来后期])|末)?(?:的?前?\\d{1,2}[天日]内?)?)?`
/** What a pattern of frequencies takes out of its matches, by the number of the group; a name for each would cost a record a match. */
type Pattern = {
  readonly shape: Clued
  /** Where the pattern is of one period only. */
  readonly per?: Per
  readonly few?: number
  readonly unit?: number
  readonly times?: number
  readonly half?: number
  readonly at?: number
}

const patterns: readonly Pattern[] = [
  {
    shape: clued(new RegExp(`每(?:个|一)?([两二三四五六]|\\d)?(?:个)?(${unit})(${moment})`, 'g')),
    few: 1,
    unit: 2,
    at: 3,
  },
  { shape: clued(new RegExp(`每(?:个|一)?(工作日${moment})`, 'g')), per: 'day', at: 1 },
  { shape: clued(/每半个?月/g), per: 'month' },
  {
    shape: clued(
      /(?:每逢|(?<![每恰正适相])逢(?=节假日|节日|周末|重大))([一-龥]{2,8}?)(?=[,，;；。、组举开进要对加]|$)/g,
    ),
    per: 'season',
    at: 1,
  },
  {
    shape: clued(
      /(?<![\d第年月前后近最唯])(?:一|每)([天日周月季年])(?:度)?([一二两三四五]|\d)(?=[\u4e00-\u9fa5])(?![个月年周日天项级名人户家处元百千万])/g,
    ),
    unit: 1,
    times: 2,
  },
  {
    // `三天一调度、半月一排名`: once in so many days, weeks or months.
    shape: clued(
      /(?<![\d第前后近最唯十])(?:[两二三四五六七]|(半))个?([天日周月季年])一(?:次|回)?(?=[\u4e00-\u9fa5])(?![个月年周日天项级名人户家处元百千万])/g,
    ),
    half: 1,
    unit: 2,
  },
  {
    shape: clued(
      /日产日清|日清日结|日产日运|日事日毕|(?<![\d一二三四五六七八九十])(?:日巡查|日报告?制度|日报告|日巡|日检查)/g,
    ),
    per: 'day',
  },
  { shape: clued(/周通报|周调度|周检查|周报制|周例会|周排名|周抽查/g), per: 'week' },
  {
    shape: clued(/(?<![\d一二三四五六七八九十])(?:月通报|月考评|月考核|月检查|月评比|月调度|月例会|月报制|月评)/g),
    per: 'month',
  },
  {
    shape: clued(/(?<![一二三四本上下该])(?:季考核|季度?评比|季度?讲评|季度?评估|季度?通报|季度?考评)/g),
    per: 'quarter',
  },
  {
    shape: clued(/(?:按|逐|分)(日|天|周|月|季度|季|年度|年|学期)(?=[对进开组向上报考评通检召汇统调,，;；。])/g),
    unit: 1,
  },
  {
    shape: clued(
      /(?:24|二十四)小时(?!之?内|以内|后|[之以]?前)(?:不间断)?|全天候?(?=[保值巡服看守清负])|昼夜|全天保洁/g,
    ),
    per: 'continuous',
  },
]

const anyPattern = anyOf(...patterns.map(({ shape }) => shape))

/** The words of a group; none where the pattern has no such group or nothing was said. */
const said = (m: RegExpExecArray, group: number | undefined): string | undefined =>
  group === undefined ? undefined : m[group]

const number = (s: string | undefined): number | null =>
  s === undefined ? null : /^\d+$/.test(s) ? Number(s) : hanValue(s)

const timesAfter = clued(
  new RegExp(
    `^[^,，;；。!！]{0,24}?(?:至少|不少于|不低于|不得少于|原则上)?[^,，;；。!！\\d一二两三四五六七八九十]{0,16}(${n})(?:到${n})?(?:次|遍|场|期|回|轮|趟|堂|节|篇)`,
  ),
)

/** How often within the period, where the words up to the next pause say it. */
const timesWithin = (text: string, at: number, end: number): number | null => {
  const found = matchIn(timesAfter, text, at, Math.min(end, at + 60))
  return found ? number(found[1]) : null
}

/** Two periods of three months are half a year, and so on; `每两周` stays a week. */
const perOf = (per: Per, few: number | null): Per =>
  per === 'month' && few === 3 ? 'quarter' : per === 'month' && few === 6 ? 'half-year' : per

const weekless = new Set(['天', '日', '晚', '月', '季', '季度', '年'])
const weekdayAlone = /^[一二三四五六日天]$/

const none: readonly ReadCadence[] = []

const readMatch = (
  m: RegExpExecArray,
  pattern: Pattern,
  text: string,
  start: number,
  end: number,
): ReadCadence | null => {
  const unit = said(m, pattern.unit)
  const per = pattern.per ?? periods[unit ?? '']
  if (per === undefined) return null
  const words = m[0]
  const from = start + m.index
  const stop = from + words.length
  const times =
    number(said(m, pattern.times)) ??
    (said(m, pattern.half) !== undefined || (words.startsWith('每半') && words.endsWith('月')) ? 2 : null) ??
    timesWithin(text, stop, end)
  const moment = said(m, pattern.at) ?? ''
  // `每日一读`, `每月一评`: only a week has weekdays.
  const alone = moment !== '' && weekless.has(unit ?? '') && weekdayAlone.test(moment)
  const at = moment === '' || alone ? null : words
  const few = number(said(m, pattern.few))
  return { per: perOf(per, few), times, at, start: from, end: stop - (alone ? moment.length : 0) }
}

const within = (text: string, start: number, end: number, pattern: Pattern): readonly ReadCadence[] => {
  const matches = matchesIn(pattern.shape, text, start, end)
  if (matches.length === 0) return none
  const found: ReadCadence[] = []
  for (const m of matches) {
    const cadence = readMatch(m, pattern, text, start, end)
    if (cadence) found.push(cadence)
  }
  return found
}

/** Every stated frequency between two offsets, left to right, none inside another. */
export const cadencesIn = (text: string, start: number, end: number): readonly ReadCadence[] => {
  if (!mayHoldAny(anyPattern, text, start, end)) return none
  let all: readonly ReadCadence[] = none
  for (const pattern of patterns) {
    const found = within(text, start, end, pattern)
    if (found.length > 0) all = all.length > 0 ? [...all, ...found] : found
  }
  if (all.length < 2) return all
  let reached = start
  return all
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(c => {
      if (c.start < reached) return false
      reached = c.end
      return true
    })
}
