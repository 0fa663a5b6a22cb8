import type { CarriedPoint } from '@luoshi/contract/field'
import type { Criterion, Grade } from '@luoshi/contract/standards'
import { type Lack, lackOf } from '@luoshi/rules/visit-lacks'
import type { LocalVisit } from '@luoshi/sync/outbox-store'

/** What the phone knows of one criterion of a visit: seen, or begun with a note and photos and no grade yet. */
export type SeenHere = {
  readonly grade: Grade | null
  readonly exception: string | null
  readonly note: string
  readonly photos: readonly string[]
}

export const seenOf = ({ visit, drafts }: LocalVisit, criterionId: string): SeenHere => {
  const known = visit.observations.find(seen => seen.criterionId === criterionId)
  if (known !== undefined) return known
  const draft = drafts[criterionId]
  return { grade: null, exception: null, note: draft?.note ?? '', photos: draft?.photos ?? [] }
}

/** The next other criterion without a grade after a place, from the beginning again at the end; null when all others have one. */
export const nextUnseen = (local: LocalVisit, content: readonly Criterion[], after: number): number | null => {
  const places = content.slice(1).map((_, step) => (after + 1 + step) % content.length)
  return places.find(place => seenOf(local, content[place]?.id ?? '').grade === null) ?? null
}

/** The first criterion without a grade; null when all have one. */
export const firstUnseen = (local: LocalVisit, content: readonly Criterion[]): number | null => {
  const place = content.findIndex(({ id }) => seenOf(local, id).grade === null)
  return place < 0 ? null : place
}

/** Places of criteria that were graded and lack something: the photo that the standard asks of what fails, the note of an exception. */
export const lacking = (
  { visit }: LocalVisit,
  content: readonly Criterion[],
): readonly { readonly at: number; readonly lack: Exclude<Lack, 'grade'> }[] =>
  content.flatMap((criterion, at) => {
    const lack = lackOf(
      criterion,
      visit.observations.find(({ criterionId }) => criterionId === criterion.id),
    )
    return lack === null || lack === 'grade' ? [] : [{ at, lack }]
  })

export const unseen = (local: LocalVisit, content: readonly Criterion[]): number =>
  content.filter(({ id }) => seenOf(local, id).grade === null).length

type Last = CarriedPoint['last'][number]

export const lastOf = (last: CarriedPoint['last'], criterionId: string): Last | null =>
  last.find(seen => seen.criterionId === criterionId) ?? null
