import type { ItemKind, itemContent } from '@luoshi/contract/review'
import type * as z from 'zod'
import { fillDate, fillWindow, isMasked, realDate } from './masked-dates.ts'

/** What an item of a kind holds. */
export type Content<K extends ItemKind> = z.infer<(typeof itemContent)[K]>

/** An item as the table keeps it, its content known by its kind. */
export type ItemOf<K extends ItemKind> = {
  readonly id: string
  readonly kind: K
  readonly ordinal: number
  readonly state: string
  readonly span: { readonly start: number; readonly end: number } | null
  readonly content: Content<K>
}
export type AnyItem = { [K in ItemKind]: ItemOf<K> }[ItemKind]

export type ItemRow = {
  readonly id: string
  readonly kind: string
  readonly ordinal: number
  readonly state: string
  readonly content: unknown
  readonly span_start: number | null
  readonly span_end: number | null
}

/** The content was checked against its kind when it was written. Dates are filled in where the plan's year is known. */
export const itemFrom = (row: ItemRow, year: number | null): AnyItem => {
  const { id, kind, ordinal, state, span_start: start, span_end: end } = row
  const span = start === null || end === null ? null : { start, end }
  return withYear({ id, kind, ordinal, state, span, content: row.content } as AnyItem, year)
}

export const itemsOf = <K extends ItemKind>(items: readonly AnyItem[], kind: K): readonly ItemOf<K>[] =>
  items.filter(item => item.kind === kind) as unknown as readonly ItemOf<K>[] // told by its kind

export const withYear = (item: AnyItem, year: number | null): AnyItem => {
  switch (item.kind) {
    case 'phase':
      return {
        ...item,
        content: { ...item.content, window: item.content.window && fillWindow(item.content.window, year) },
      }
    case 'task':
      return { ...item, content: { ...item.content, due: item.content.due && fillWindow(item.content.due, year) } }
    case 'milestone':
      return { ...item, content: { ...item.content, date: fillDate(item.content.date, year) } }
    default:
      return item
  }
}

const datesOf = (item: AnyItem): readonly (string | null)[] => {
  switch (item.kind) {
    case 'phase':
      return [item.content.window?.start ?? null, item.content.window?.end ?? null]
    case 'task':
      return [item.content.due?.start ?? null, item.content.due?.end ?? null]
    case 'milestone':
      return [item.content.date]
    default:
      return []
  }
}

export const lacksYear = (item: AnyItem): boolean => datesOf(item).some(isMasked)

/** Holds a day that no calendar has, such as 2月30日. */
export const hasImpossibleDate = (item: AnyItem): boolean =>
  datesOf(item).some(date => date !== null && !isMasked(date) && realDate(date) === null)
