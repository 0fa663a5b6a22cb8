import type { Indicator } from '../../plan.ts'
import { characters, isHan } from '../../scan/characters.ts'
import { exactCounts } from '../exact-counts.ts'
import { quote, sentenceAround, windowsWithin } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const measured = /[\u4e00-\u9fff]{1,3}(?:率|满意度|知晓度|安全感|幸福感)/g
const people =
  /居民|群众|市民|村民|业主|社区|小区|辖区|全体|广大|群体|对|的|活动|工作|创建|达|到|做|有|以上|要|应|使|率|度|力争|确保|实现|保持|在|年底|全年|开展|情况/g
/** What sets one target apart from another of the same name. */
const scopes =
  /新建|老旧|城区|农村|城镇|乡镇|县级|镇级|市级|省级|国家级|一级|二级|三级|第一|第二|第三|重点|一般|首次|分别|学校|医院|企业|单位|商户|窗口|每年|逐年|提高|提升|下降|增长|今年|明年|季度|月底|前/g

type Target = {
  readonly indicator: Indicator
  readonly name: string
  readonly about: ReadonlySet<string>
  readonly scope: string
}

const pairs = (words: string): ReadonlySet<string> => {
  const found = new Set<string>()
  for (let i = 0; i + 1 < words.length; i++)
    if (isHan(words.charCodeAt(i)) && isHan(words.charCodeAt(i + 1))) found.add(words.slice(i, i + 2))
  return found
}

/** A number that is said of the rate itself, not of something in whose name the rate occurs. */
const isNextTo = (name: string, words: string): boolean => {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (
      numberAfter.test(words.slice(at + name.length, at + name.length + reach)) ||
      numberBefore.test(words.slice(Math.max(0, at - reach), at))
    )
      return true
  return false
}

const reach = 12
const numberAfter = /^[^,。;\d]{0,8}(?:\d|百分|[一二三四]分之)/
const numberBefore = /\d%[^,。;]{0,10}$/

const ofMeasures = characters('率度感')

const mayMeasure = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (ofMeasures[text.charCodeAt(at)] === 1) return true
  return false
}

/** The rate that an indicator speaks of, and the words in which it does. */
const namedIn = (
  { text }: CheckedPlan,
  { subject, span }: Indicator,
): { readonly name: string; readonly words: string } => {
  const own = mayMeasure(subject, 0, subject.length) ? subject.match(measured) : null
  const words = own ? subject : text.slice(span.start, span.end)
  const names = own ?? (mayMeasure(text, span.start, span.end) ? words.match(measured) : null)
  return { name: names?.[names.length - 1]?.slice(-3) ?? '', words }
}

/** The indicators that share the name of their rate with one of another value: no others contradict each other. */
const comparable = (plan: CheckedPlan): readonly Indicator[] => {
  const { indicators } = plan.reading
  if (indicators.length < 2) return []
  const names = indicators.map(indicator => namedIn(plan, indicator).name)
  const first = new Map<string, number | null>()
  const varying = new Set<string>()
  for (const [i, { value }] of indicators.entries()) {
    const name = names[i] ?? ''
    if (name === '') continue
    if (!first.has(name)) first.set(name, value)
    else if (first.get(name) !== value) varying.add(name)
  }
  return varying.size === 0 ? none : indicators.filter((_, i) => varying.has(names[i] ?? ''))
}

const none: readonly Indicator[] = []

const targetOf = (plan: CheckedPlan, indicator: Indicator): Target | null => {
  const { text } = plan
  const { name, words } = namedIn(plan, indicator)
  const said = text.slice(indicator.span.start, indicator.span.end)
  if (!name || indicator.value === null || !isNextTo(name, said)) return null
  const rest = words
    .replaceAll(name, ' ')
    .replace(people, ' ')
    .replace(/[^\u4e00-\u9fff]/g, ' ')
  const sentence = sentenceAround(plan, indicator.span, 80)
  const scope = [...new Set(text.slice(sentence.start, indicator.span.end).match(scopes))].sort().join()
  return { indicator, name, about: pairs(rest), scope }
}

/** What the plan itself is about tells nothing apart. */
const themeOf = ({ reading }: CheckedPlan): ReadonlySet<string> => pairs(reading.title ?? '')

const sameSubject = (one: Target, other: Target, theme: ReadonlySet<string>): boolean => {
  const apart = [...one.about, ...other.about].filter(pair => !(one.about.has(pair) && other.about.has(pair)))
  return apart.every(pair => theme.has(pair))
}

const sameDirection = (a: Indicator, b: Indicator): boolean =>
  a.op.slice(0, 1) === b.op.slice(0, 1) || a.op === '=' || b.op === '='

const dated = (plan: CheckedPlan, { span }: Indicator): string => {
  const sentence = sentenceAround(plan, span, 60)
  return (
    windowsWithin(plan, sentence)
      // The end of the year is when a target is due anyway.
      .flatMap(w => (w.end === null || w.end.slice(-5, -3) === '12' ? [] : [w.end]))
      .join()
  )
}

const conflict = (plan: CheckedPlan, one: Target, other: Target, theme: ReadonlySet<string>): boolean =>
  one.indicator.unit === other.indicator.unit &&
  one.indicator.value !== other.indicator.value &&
  one.scope === other.scope &&
  sameDirection(one.indicator, other.indicator) &&
  dated(plan, one.indicator) === dated(plan, other.indicator) &&
  sameSubject(one, other, theme)

const written = ({ op, value, unit }: Indicator): string => `${op === '=' ? '' : op}${value}${unit}`

const found = (one: Indicator, other: Indicator, subject: string): Finding => ({
  code: 'conflicting-targets',
  params: { subject, first: written(one), second: written(other) },
  span: other.span,
  related: [one.span],
})

const mostCompared = 20

const ratesInConflict = (plan: CheckedPlan): readonly Finding[] => {
  const rates = comparable(plan)
  if (rates.length === 0) return []
  const theme = themeOf(plan)
  const known = new Map<string, Target[]>()
  return rates.flatMap(indicator => {
    const here = targetOf(plan, indicator)
    if (!here) return []
    const before = known.get(here.name) ?? []
    known.set(here.name, [...before.slice(-mostCompared), here])
    const other = before.find(one => conflict(plan, one, here, theme))
    return other ? [found(other.indicator, indicator, here.name)] : []
  })
}

/** Exactly one here, at least one there. */
const countsInConflict = (plan: CheckedPlan): readonly Finding[] =>
  exactCounts(plan).map(({ exact, bound, subject }) => {
    const first = quote(plan, exact)
    return {
      code: 'conflicting-targets',
      params: { subject, first, second: quote(plan, bound) },
      span: bound,
      related: [exact],
    }
  })

/** One thing has one mark. */
export const oneThingHasOneMark: Rule = plan => [...ratesInConflict(plan), ...countsInConflict(plan)]
