import type { Duty } from '../../plan.ts'
import { cadencesIn } from '../../vocabulary/cadence.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

/** What is done, without how often, how many times and by whom. */
const work = (plan: CheckedPlan, { span }: Duty): string => {
  let words = ''
  let reached = span.start
  for (const cadence of cadencesIn(plan.text, span.start, span.end)) {
    words += plan.text.slice(reached, cadence.start)
    reached = cadence.end
  }
  words += plan.text.slice(reached, span.end)
  return words.replace(
    /至少|不少于|不低于|原则上|定期|[一二两三四五六七八九十\d]+次|[^\u4e00-\u9fff]|开展|组织|进行|要|应|各|一次|全面|的|对/g,
    '',
  )
}

const pairs = (words: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)))

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let n = 0
  for (const pair of a) if (b.has(pair)) n++
  return n / Math.max(a.size, b.size, 1)
}

type Known = { readonly duty: Duty; readonly words: string }

const differ = (plan: CheckedPlan, one: Known, other: Known): boolean =>
  one.duty.every.per !== other.duty.every.per &&
  one.duty.span.start !== other.duty.span.start &&
  one.words.length >= 5 &&
  other.words.length >= 5 &&
  one.duty.to.join() === other.duty.to.join() &&
  !sameBreath(plan, one, other) &&
  shared(pairs(one.words), pairs(other.words)) >= 0.8

/** `月检查、季通报` in one breath is a ladder, not a contradiction. */
const sameBreath = ({ text }: CheckedPlan, one: Known, other: Known): boolean => {
  const [first, second] = one.duty.span.start < other.duty.span.start ? [one, other] : [other, one]
  return !/[。\n]/.test(text.slice(first.duty.span.start, second.duty.span.start))
}

const found = (one: Known, other: Known): Finding => ({
  code: 'conflicting-cadence',
  params: { work: other.words.slice(0, 20), first: one.duty.every.per, second: other.duty.every.per },
  span: other.duty.span,
  related: [one.duty.span],
})

/** Those whose duties have more than one rhythm: only the same people's duties contradict each other. */
const withTwoRhythms = ({ reading }: CheckedPlan): ReadonlySet<string> => {
  const first = new Map<string, Duty['every']['per']>()
  const found = new Set<string>()
  for (const { to, every } of reading.duties) {
    const who = to.join()
    const known = first.get(who)
    if (known === undefined) first.set(who, every.per)
    else if (known !== every.per) found.add(who)
  }
  return found
}

/** A plan has few duties that begin with the same words; more are looked at no further. */
const mostCompared = 41

/** The same work has one rhythm. */
export const theSameWorkHasOneRhythm: Rule = plan => {
  const people = withTwoRhythms(plan)
  if (people.size === 0) return []
  const known = new Map<string, Known[]>()
  return plan.reading.duties.flatMap(duty => {
    if (!people.has(duty.to.join())) return []
    const words = work(plan, duty)
    const here: Known = { duty, words }
    const key = words.slice(-2)
    const before = known.get(key)
    if (!before) {
      known.set(key, [here])
      return []
    }
    const other = before.find(one => differ(plan, one, here))
    before.push(here)
    if (before.length > mostCompared) before.shift()
    return other ? [found(other, here)] : []
  })
}
