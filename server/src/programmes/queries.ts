import type { ProgrammeSummary } from '@luoshi/contract/programmes'
import type { Action } from '@luoshi/rules/action'
import { allowedActions } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { countdownsOf } from './countdowns.ts'
import { findProgramme, type ProgrammeRow, programmeSubject } from './find-programme.ts'
import { missedBy, noProgress, progressBy } from './progress-counts.ts'

export type ProgrammeFilter = {
  readonly q?: string | undefined
  readonly status?: ProgrammeSummary['status'] | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Programmes of the units within reach and those that bind any of them; the newest first. */
export const listProgrammes = async (context: Context, { q, status, cursor, limit }: ProgrammeFilter) => {
  const { db, actor } = context
  const after = readCursor(cursor, 2)
  const scope = pathArray(scopeFor(actor, 'programme.read'))
  const filtered = db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`(unit_path <@ any(${scope}) or involved_paths <@ any(${scope}))`)
    .$if(Boolean(q), query => query.where('title', 'like', contains(q ?? '')))
    .$if(status !== undefined, query => query.where('status', '=', status ?? ''))
  const { total } = await filtered.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const read = await filtered
    .$if(after !== null, query =>
      query.where(sql<boolean>`(published_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .selectAll()
    .execute()
  const { rows, next } = pageFrom(read, limit, row => [row.published_at.toISOString(), row.id])
  return { items: await summaries(context, rows), next, total }
}

export const getSummary = async (context: Context, id: string): Promise<ProgrammeSummary> => {
  const row = await findProgramme(context, id, 'programme.read')
  return summaryOf(context, row, await reachOf(context, 'assignment.read'))
}

export const summaryOf = async (context: Context, row: ProgrammeRow, reach: Reach): Promise<ProgrammeSummary> => {
  const [summary] = await summaries(context, [row], reach)
  if (!summary) throw new Error('One row gives one summary.')
  return summary
}

const programmeActions: readonly Action[] = [
  'programme.read',
  'programme.manage',
  'plan.revise',
  'budget.read',
  'indicator.measure',
]

const summaries = async (
  context: Context,
  rows: readonly ProgrammeRow[],
  given?: Reach,
): Promise<ProgrammeSummary[]> => {
  const ids = rows.map(({ id }) => id)
  const reach = given ?? (await reachOf(context, 'assignment.read'))
  const units = await unitRefs(
    context,
    rows.map(row => row.unit_id),
  )
  const progress = await progressBy(context, 'programme_id', ids, reach)
  const missed = await missedBy(context, ids, reach)
  const countdowns = await countdownsOf(context, ids)
  return rows.flatMap(row => {
    const unit = units.get(row.unit_id)
    if (!unit) return []
    return {
      id: row.id,
      title: row.title,
      unit,
      status: row.status as ProgrammeSummary['status'], // checked by the table
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      assignments: progress.get(row.id) ?? noProgress,
      missed: missed.get(row.id) ?? 0,
      countdown: countdowns.get(row.id) ?? null,
      planId: row.plan_id,
      version: row.version,
      actions: [...allowedActions(context.actor, programmeSubject(row), programmeActions)],
    }
  })
}
