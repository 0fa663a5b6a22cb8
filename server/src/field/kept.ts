import type { KeptEntry } from '@luoshi/contract/field'
import { can } from '@luoshi/rules/permissions'
import { type RawBuilder, sql } from 'kysely'
import { allowSomewhere } from '../allow.ts'
import type { Context, Signed } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import type { Language } from '../http/language.ts'
import { isRunBy, isSecret } from '../rounds/known-rounds.ts'
import { type KeptProblem, toldProblem } from './problem-kept.ts'

export type KeptFilter = {
  readonly mine?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/**
 * Row `d` of deliveries is of no secret round, or the actor runs that, or wrote the entry: the office of an inspector may itself be
 * inspected.
 */
export const entryIsKnownTo = (actor: Signed): RawBuilder<boolean> =>
  sql<boolean>`(d.person_id = ${actor.personId} or d.content #>> '{visit,roundId}' is null or not exists (
    select from rounds r where r.tenant_id = d.tenant_id and r.id = (d.content #>> '{visit,roundId}')::uuid
      and ${isSecret} and not ${isRunBy(actor)}))`

/** What could not be taken: one's own, or for an office what comes from the people below it; the newest first. */
export const listKept = async (context: Context, { mine, cursor, limit }: KeptFilter, language: Language) => {
  const { db, actor } = context
  const after = readCursor(cursor, 2)
  const scope = mine ? [] : allowSomewhere(actor, 'delivery.read')
  const here = db
    .selectFrom('deliveries as d')
    .innerJoin('people as p', join => join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.person_id'))
    .where('d.tenant_id', '=', actor.tenantId)
    .where('d.outcome', '=', 'kept')
    .$if(mine === true, query => query.where('d.person_id', '=', actor.personId))
    .$if(mine !== true, query =>
      query.where(sql<boolean>`d.unit_path <@ any(${pathArray(scope)})`).where(entryIsKnownTo(actor)),
    )
  const { total } = await here.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const read = await here
    .$if(after !== null, query =>
      query.where(sql<boolean>`(d.received_at, d.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('d.received_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .select([
      'd.id',
      'd.kind',
      'd.person_id',
      'p.name',
      'd.written_at',
      'd.received_at',
      'd.problem',
      'd.content',
      'd.unit_path',
    ])
    .execute()
  const { rows, next } = pageFrom(read, limit, row => [row.received_at.toISOString(), row.id])
  const items = rows.map(
    (row): KeptEntry => ({
      id: row.id,
      kind: row.kind,
      person: { id: row.person_id, name: row.name },
      writtenAt: row.written_at.toISOString(),
      receivedAt: row.received_at.toISOString(),
      problem: toldProblem(row.problem as KeptProblem, language), // written by this folder alone
      content: row.content,
      actions: can(actor, 'delivery.settle', { tenantId: actor.tenantId, unitPath: row.unit_path })
        ? ['delivery.settle']
        : [],
    }),
  )
  return { items, next, total }
}
