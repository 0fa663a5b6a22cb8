import type { DiagnosticShown, Item } from '@luoshi/contract/review'
import { lanesOf } from './lanes.ts'
import { type Paragraph, paragraphAt } from './paragraphs.ts'
import type { Mark } from './segment-text.ts'

/** A mark as the paper draws it: a line in the colour of its kind, or a wave in the colour of how bad it is. */
export type PaperMark = Mark &
  (
    | { readonly as: 'item'; readonly kind: Item['kind']; readonly state: Item['state']; readonly lane: number }
    | { readonly as: 'note'; readonly severity: DiagnosticShown['severity'] }
    | { readonly as: 'place' }
  )

/** Each paragraph with the marks that touch it, so that one that changes redraws its own paragraphs only. */
export const marksByParagraph = (
  paragraphs: readonly Paragraph[],
  items: readonly Item[],
  notes: readonly DiagnosticShown[],
  places: readonly Mark[] = [],
): readonly (readonly PaperMark[])[] => {
  const marks = [...itemMarks(items).toSorted(shorterFirst), ...noteMarks(notes), ...places.map(asPlace)]
  const rows: PaperMark[][] = paragraphs.map(() => [])
  for (const mark of marks)
    for (let index = paragraphAt(paragraphs, mark.start); index < paragraphs.length; index++) {
      const paragraph = paragraphs[index]
      if (!paragraph || paragraph.start >= mark.end) break
      if (paragraph.end > mark.start) rows[index]?.push(mark)
    }
  return rows
}

/** Where marks nest, the one inside is the one that is meant. */
const shorterFirst = (one: Mark, other: Mark): number => one.end - one.start - (other.end - other.start)

const asPlace = (mark: Mark): PaperMark => ({ ...mark, as: 'place' })

const itemMarks = (items: readonly Item[]): readonly PaperMark[] => {
  const shown = items.flatMap(item =>
    item.span && item.state !== 'rejected' ? [{ id: item.id, ...item.span, item }] : [],
  )
  const lanes = lanesOf(shown)
  return shown.map(({ id, start, end, item }) => ({
    id,
    start,
    end,
    as: 'item',
    kind: item.kind,
    state: item.state,
    lane: lanes.get(id) ?? 0,
  }))
}

/** A diagnostic waves under its own place and under those it is compared with. */
const noteMarks = (notes: readonly DiagnosticShown[]): readonly PaperMark[] =>
  notes
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, severity, span, related }) =>
      [span, ...related.map(place => place.span)].map(place => ({ ...place, id, as: 'note' as const, severity })),
    )

/** Whether two rows of marks draw the same; lets a paragraph keep what it drew. */
export const sameMarks = (one: readonly PaperMark[], other: readonly PaperMark[]): boolean =>
  one === other || (one.length === other.length && one.every((mark, index) => drawnAs(mark) === drawnAs(other[index])))

const drawnAs = (mark: PaperMark | undefined): string =>
  mark === undefined ? '' : `${mark.id} ${mark.start} ${mark.end} ${lookOf(mark)}`

const lookOf = (mark: PaperMark): string => {
  if (mark.as === 'item') return `${mark.kind} ${mark.state} ${mark.lane}`
  return mark.as === 'note' ? mark.severity : mark.as
}
