import { placeAt } from '@luoshi/plan-compiler/1-read/place-at'
import type { Place, Plan, Span } from '@luoshi/plan-compiler/plan'

/** One plan of a document that may hold several: its own text, with every span moved to point into that. */
export type PlanSlice = { readonly text: string; readonly plan: Plan; readonly places: readonly Place[] }

export const slicePlan = (text: string, plan: Plan, places: readonly Place[]): PlanSlice => {
  const { start, end } = plan.span
  const inside = ({ span }: { readonly span: Span }) => span.start >= start && span.end <= end
  const diagnostics = plan.diagnostics
    .filter(inside)
    .map(diagnostic => ({ ...diagnostic, related: diagnostic.related.filter(inside) }))
  return {
    text: text.slice(start, end),
    plan: moved({ ...plan, diagnostics }, -start),
    places: placesWithin(places, plan.span),
  }
}

/** The places of a stretch; the one that it begins in the middle of begins with it. */
const placesWithin = (places: readonly Place[], { start, end }: Span): readonly Place[] => {
  const first = placeAt(places, start)
  const later = places.filter(place => place.start > start && place.start < end)
  return [...(first ? [{ ...first, start }] : []), ...later].map(place => ({ ...place, start: place.start - start }))
}

/** Every span in it, however deep, moved by so much. A span is told by its two numbers: a window's days are text. */
const moved = <T>(value: T, by: number): T => move(value, by) as T // the shape stays the same

const move = (value: unknown, by: number): unknown => {
  if (Array.isArray(value)) return value.map(one => move(one, by))
  if (typeof value !== 'object' || value === null) return value
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    return { ...value, start: value.start + by, end: value.end + by }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, move(one, by)]))
}
