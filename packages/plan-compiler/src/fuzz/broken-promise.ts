import { editsOf } from '../4-check/apply-remedies.ts'
import type { Compilation, Edit, Span } from '../plan.ts'

/** The first promise that a compilation breaks, in words; null where it keeps them all. */
export const brokenPromise = (compilation: Compilation): string | null => {
  const { text, plans, source } = compilation
  const places = source.places ?? []
  const astray = places.findIndex(({ start }, i) => start >= text.length || start <= (places[i - 1]?.start ?? -1))
  if (astray >= 0) return `place ${astray} of ${places.length} is out of order or outside the text`
  for (const [index, plan] of plans.entries()) {
    const outside = spansOf(plan).find(span => !isWithin(span, text.length))
    if (outside) return `plan ${index} has a span ${outside.start}–${outside.end} outside its ${text.length} characters`
    const unworded = plan.diagnostics.find(({ message }) => !message.what || !message.why || !message.fix)
    const muddled = plan.diagnostics.find(diagnostic => touch(editsOf(diagnostic)))
    if (muddled) return `the edits for ${muddled.code} touch each other`
    if (unworded) return `the diagnostic ${unworded.code} says nothing`
    if (plan.budget.some(({ yuan }) => !Number.isFinite(yuan))) return `plan ${index} has a sum that is no number`
    if (plan.indicators.some(({ value }) => value !== null && !Number.isFinite(value)))
      return `plan ${index} has a target that is no number`
  }
  return null
}

/** Whether edits, in the order of the text, get in each other's way. */
const touch = (edits: readonly Edit[]): boolean =>
  edits.some(({ span }, i) => span.start < (edits[i - 1]?.span.end ?? 0))

const isWithin = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length

/** Every span anywhere in a plan: items, outline, diagnostics and what they relate to. */
const spansOf = (value: unknown): readonly Span[] => {
  if (Array.isArray(value)) return value.flatMap(spansOf)
  if (typeof value !== 'object' || value === null) return []
  const { start, end } = value as Partial<Span> // any object may be asked; a window's start and end are text
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : []
  return [...own, ...Object.values(value).flatMap(spansOf)]
}
