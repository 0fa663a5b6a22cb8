import { clued, holds } from '../../scan/clues.ts'
import { hitsOf, quote } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const masked = clued(/20[xX×*_＿○?-]{0,3}[xX×*_＿○?-]年|(?<![A-Za-z\d×*_])[xX×*_＿]{3}[xX×*_＿]年/g)
const year = clued(
  /(?:19|20)\d{2}年|1[01]\d年\d{1,2}月|二[〇○零][一二三四五六七八九〇零]{2}年|(?:19|20)\d{2}[.\-/]\d{1,2}[.\-/]/,
)

const maskedYears = (plan: CheckedPlan): readonly Finding[] => {
  const [first, ...rest] = hitsOf(plan, masked)
  if (!first) return []
  const span = { start: first.start, end: first.end }
  const related = rest.map(({ start, end }) => ({ start, end }))
  return [{ code: 'year-missing', params: { written: quote(plan, span) }, span, related }]
}

/** Windows that matter are there, and no year stands anywhere. */
const noYearAtAll = (plan: CheckedPlan): readonly Finding[] => {
  const phase = plan.reading.phases.find(p => p.window !== null)
  const window = plan.windows.find(w => phase && w.at.start >= phase.span.start)
  if (!window || holds(year, plan.text, plan.reading.span.start, plan.reading.span.end)) return []
  return [{ code: 'year-missing', params: { written: quote(plan, window.at) }, span: window.at, severity: 'info' }]
}

/** The year can be told. */
export const theYearCanBeTold: Rule = plan => {
  if (plan.year !== null) return []
  const found = maskedYears(plan)
  return found.length > 0 ? found : noYearAtAll(plan)
}
