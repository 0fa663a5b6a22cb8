import type { Item, ItemKind } from '@luoshi/contract/review'
import type { Selectable } from 'kysely'
import type { PlanItemsTable } from '../db/tables.ts'
import { itemFrom } from '../plans/item-content.ts'
import { unitRef } from '../units/unit-ref.ts'
import type { PartyBook } from './party-book.ts'
import { partiesOf } from './reviewed-plan.ts'

export type ItemWithName = Selectable<PlanItemsTable> & { readonly person_name: string | null }

type Params = NonNullable<Item['doubt']>['params']

/** An item as the review shows it: dates filled in where the year is known, its parties matched. */
export const itemShown = (row: ItemWithName, year: number | null, book: PartyBook): Item => {
  const item = itemFrom(row, year)
  return {
    id: row.id,
    kind: row.kind as ItemKind, // checked by the table
    ordinal: row.ordinal,
    content: item.content,
    span: item.span,
    state: row.state as Item['state'],
    origin: row.original === null ? 'added' : 'read',
    edited: row.original !== null && !same(row.original, row.content),
    doubt: row.doubt === null ? null : { code: row.doubt, params: row.doubt_params as Params }, // written by `plans` alone
    confidence: row.confidence,
    parties: partiesOf(item).map(({ name, role }) => {
      const { match, unitIds, candidateIds } = book.answer(name)
      return { name, role, match, units: refs(unitIds, book), candidates: refs(candidateIds, book) }
    }),
    version: row.version,
    updatedBy: row.updated_by && row.person_name ? { id: row.updated_by, name: row.person_name } : null,
    updatedAt: row.updated_at.toISOString(),
  }
}

const refs = (ids: readonly string[], { units }: PartyBook) =>
  ids.flatMap(id => {
    const unit = units.get(id)
    return unit ? unitRef(unit.id, unit.name, unit.kind) : []
  })

/** `jsonb` sorts the keys of both alike. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
