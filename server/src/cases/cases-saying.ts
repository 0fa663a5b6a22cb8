import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type CaseFilter, numberSought } from './case-conditions.ts'

/** Up to so many are looked up by their ids; words that more cases say are found on the way, a page at a time. */
const FEW = 3000

/** Finds by index what few cases say, so that a rare word among a million is not sought in each of them. */
export const narrowedByWords = async <Filter extends CaseFilter>(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  filter: Filter,
): Promise<Filter> => {
  const words = filter.q?.trim() ?? ''
  // A single letter stands in no pair, and narrows nothing.
  if (words.length < 2) return filter
  const number = numberSought(words)
  const numbered =
    number === null
      ? sql``
      : sql`union select id from cases where tenant_id = ${actor.tenantId} and serial = ${number.serial}
          ${number.year === null ? sql`` : sql`and year = ${number.year}`}`
  const { rows } = await sql<{ id: string }>`
    select id from cases_titled(${words}, ${FEW + 1}) as titled (id) ${numbered}`.execute(db)
  return rows.length > FEW ? filter : { ...filter, ids: rows.map(({ id }) => id) }
}
