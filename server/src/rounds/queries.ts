import type { RoundRow } from '@luoshi/contract/rounds'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { isDrawnFor } from './known-rounds.ts'
import { countRounds, readRounds, roundShown } from './round-rows.ts'

export type RoundFilter = {
  readonly q?: string | undefined
  readonly programmeId?: string | undefined
  readonly kind?: RoundRow['kind'] | undefined
  readonly state?: RoundRow['state'] | undefined
  readonly mine?: boolean | undefined
}

/** Rounds the actor may know of, newest first. What was called off is shown only when asked for. */
export const listRounds = async (
  context: Context,
  { cursor, limit, ...filter }: RoundFilter & { readonly cursor?: string | undefined; readonly limit: number },
) => {
  const { actor } = context
  const after = readCursor(cursor, 2)
  const wanted = conditionOf(filter, context)
  const beyond = after === null ? sql`true` : sql`(r.starts_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const total = await countRounds(context, wanted)
  const read = await readRounds(context, sql`${wanted} and ${beyond}`, limit + 1)
  const { rows, next } = pageFrom(read, limit, ({ starts_on, id }) => [starts_on, id])
  return { items: rows.map(row => roundShown(row, actor)), next, total }
}

const conditionOf = (
  { q, programmeId, kind, state, mine }: RoundFilter,
  { actor }: Pick<Context, 'actor'>,
): RawBuilder<unknown> =>
  sql.join(
    [
      state === undefined ? sql`r.state <> 'cancelled'` : sql`r.state = ${state}`,
      ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
      ...(programmeId === undefined ? [] : [sql`r.programme_id = ${programmeId}`]),
      ...(q ? [sql`r.title like ${contains(q)}`] : []),
      ...(mine === true ? [isDrawnFor(actor)] : []),
    ],
    sql` and `,
  )
