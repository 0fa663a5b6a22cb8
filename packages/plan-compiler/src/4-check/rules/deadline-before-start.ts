import { type Clued, clued, holds as wordsHold } from '../../scan/clues.ts'
import type { ReadWindow } from '../../vocabulary/windows.ts'
import { daysOf } from '../calendar.ts'
import type { TimedPhase } from '../phase-series.ts'
import { brief, clauseAround, holds, quote, sentenceAround, windowsWithin } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const kickoff = clued(/(?:动员|启动|部署)(?:部署|培训)?(?:大会|会议|会|仪式)/)
const held = clued(/召开|举行|举办|组织/)
const handedIn = clued(/报送|上报|报(?:我|县|市|区|镇|街道|局|办|领导|至|到|送)|提交|完成|制定|制订/)

const within = (plan: CheckedPlan, window: ReadWindow, pattern: Clued): boolean => {
  const { start, end } = sentenceAround(plan, window.at, 80)
  return wordsHold(pattern, plan.text, start, end)
}

/** The day of the meeting with which the work begins. */
const beginning = (plan: CheckedPlan): ReadWindow | undefined =>
  plan.windows.find(w => w.said !== 'from' && within(plan, w, kickoff) && within(plan, w, held))

/** Further back than this is another year. */
const season = 92

const beforeTheMeeting = (plan: CheckedPlan): readonly Finding[] => {
  const year = plan.commonYear
  const meeting = beginning(plan)
  const day = meeting ? daysOf(meeting, year).last : null
  if (!meeting || day === null) return []
  return plan.windows.flatMap(w => {
    if (w.at.start <= meeting.at.end || w.said !== 'by') return []
    const due = daysOf(w, year).last
    if (due === null || due >= day || day - due > season) return []
    if (!within(plan, w, handedIn)) return []
    const event = brief(plan, clauseAround(plan, meeting.at))
    const params = { deadline: quote(plan, w.at), event, start: quote(plan, meeting.at) }
    return [
      {
        code: 'deadline-before-start',
        params,
        span: clauseAround(plan, w.at),
        related: [clauseAround(plan, meeting.at)],
      },
    ]
  })
}

const earlier = clued(/此前|之前已|已于|已经|前期|上一?阶段/)

const beforeItsPhase = (plan: CheckedPlan): readonly Finding[] => {
  const year = plan.commonYear
  return plan.sections.flatMap(({ phase, span }) => {
    const { first, name } = phase
    if (first === null) return []
    return windowsWithin(plan, span).flatMap(w => {
      if (holds(phase.head, w.at) || w.said !== 'by') return []
      const due = daysOf(w, year).last
      if (due === null || due >= first || first - due > season || within(plan, w, earlier)) return []
      const params = { deadline: quote(plan, w.at), event: name, start: phase.phase.window?.text ?? '' }
      return [{ code: 'deadline-before-start', params, span: w.at, related: [phase.head] }]
    })
  })
}

const firstOf = (series: CheckedPlan['phases']): TimedPhase | null => {
  let first: TimedPhase | null = null
  for (const phases of series)
    for (const phase of phases)
      if (phase.first !== null && (first === null || phase.first < (first.first ?? 0))) first = phase
  return first
}

/** Handed in before the first phase of the plan has begun. */
const beforeThePlan = (plan: CheckedPlan): readonly Finding[] => {
  const first = firstOf(plan.phases)
  const day = first?.first ?? null
  if (!first || day === null) return []
  return plan.windows.flatMap(w => {
    if (w.at.start < first.head.start || w.said !== 'by') return []
    const due = daysOf(w, plan.commonYear).last
    const written = w.end?.length === 10 && /\d{4}年/.test(w.text)
    if (due === null || due >= day || (!written && day - due > season)) return []
    if (!within(plan, w, handedIn) || within(plan, w, earlier)) return []
    const params = { deadline: quote(plan, w.at), event: first.name, start: first.phase.window?.text ?? '' }
    return [{ code: 'deadline-before-start', params, span: w.at, related: [first.head] }]
  })
}

/** Nothing is due before it begins. */
export const nothingIsDueBeforeItBegins: Rule = plan => {
  const found = [...beforeTheMeeting(plan), ...beforeItsPhase(plan)]
  const told = new Set(found.map(({ span }) => span.end))
  return [...found, ...beforeThePlan(plan).filter(({ span }) => !told.has(span.end))]
}
