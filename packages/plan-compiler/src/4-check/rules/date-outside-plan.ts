import type { Span } from '../../plan.ts'
import { clued, fits, holds as wordsHold } from '../../scan/clues.ts'
import { daysOf } from '../calendar.ts'
import { bodyOf, holds, quote, sentenceAround, windowsWithin } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

/** What comes after the work is done is rightly after its time. */
const afterwards = clued(
  /总结|报送|上报|通报|表彰|长效|常态|巩固|今后|以后|之后|此后|次年|翌年|明年|下一?阶段|下一步|复查|回头看|评估|验收/,
)

const found = (plan: CheckedPlan, at: Span, window: string, related: Span): Finding => ({
  code: 'date-outside-plan',
  params: { date: quote(plan, at), window },
  span: at,
  related: [related],
})

/** Phases against the time of the whole plan. */
const phasesOutside = (plan: CheckedPlan): readonly Finding[] => {
  const whole = plan.wholeTime
  if (!whole) return []
  const year = plan.commonYear
  const { first, last } = daysOf(whole, year)
  if (first === null || last === null || last < first) return []
  return plan.phases
    .flat()
    .filter(({ phase }) => !fits(afterwards, phase.name))
    .flatMap(timed => {
      const outside = (timed.last ?? first) > last || (timed.first ?? timed.last ?? first) < first
      return outside ? [found(plan, timed.head, quote(plan, whole.at), whole.at)] : []
    })
}

/** Deadlines against the phase they stand in. */
const deadlinesOutside = (plan: CheckedPlan): readonly Finding[] => {
  const year = plan.commonYear
  return plan.sections.flatMap(({ phase, span }) => {
    const { last } = phase
    if (last === null || fits(afterwards, phase.name)) return []
    return windowsWithin(plan, span).flatMap(w => {
      // What is said before a phase begins is not of it.
      if (holds(phase.head, w.at) || w.at.start < phase.head.start || w.said === 'from') return []
      const end = daysOf(w, year).last
      const sentence = sentenceAround(plan, w.at)
      if (end === null || end <= last || wordsHold(afterwards, plan.text, sentence.start, sentence.end)) return []
      return [found(plan, w.at, phase.phase.window?.text ?? phase.name, phase.head)]
    })
  })
}

const years = /(20\d\d)年?\s?[—–~至-]{1,2}\s?(20\d\d)年/

/** Deadlines against the years that the title gives the plan. */
const yearsOutside = (plan: CheckedPlan): readonly Finding[] => {
  const title = plan.reading.title ?? ''
  const said = years.exec(title)
  if (!said) return []
  const [window, from = '', to = ''] = said
  const at = bodyOf(plan).indexOf(window)
  const related = {
    start: plan.reading.span.start + Math.max(0, at),
    end: plan.reading.span.start + Math.max(0, at) + window.length,
  }
  return plan.windows.flatMap(w => {
    const year = w.said === 'by' && w.end?.length === 10 && /20\d\d年/.test(w.text) ? w.end.slice(0, 4) : null
    if (year === null || (year >= from && year <= to)) return []
    const sentence = sentenceAround(plan, w.at)
    return wordsHold(afterwards, plan.text, sentence.start, sentence.end) ? [] : [found(plan, w.at, window, related)]
  })
}

/** Every date lies within the time of the plan, and of the phase it stands in. */
export const everyDateIsWithinItsTime: Rule = plan => {
  const near = [...phasesOutside(plan), ...deadlinesOutside(plan)]
  const told = new Set(near.map(({ span }) => span.start))
  return [...near, ...yearsOutside(plan).filter(({ span }) => !told.has(span.start))]
}
