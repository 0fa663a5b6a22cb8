import type { PlanSummary } from '@luoshi/contract/plans'
import type { Action } from '@luoshi/rules/action'
import { allowedActions } from '@luoshi/rules/permissions'
import { type SelectQueryBuilder, sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import type { Database } from '../db/tables.ts'
import { unitRef } from '../units/unit-ref.ts'
import { currentVersion, findPlan } from './plan-rows.ts'
import { type ReadingFailure, readingFailures } from './reading-failures.ts'

type PlanStatus = PlanSummary['status']
export type PlanFilter = {
  readonly q?: string | undefined
  readonly status?: PlanStatus | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Plans of the units within reach, and published ones that bind any of them; newest first. */
export const listPlans = async (context: Context, { q, status, cursor, limit }: PlanFilter) => {
  const after = readCursor(cursor, 2)
  const filtered = plansWithin(context)
    .$if(Boolean(q), query => query.where('plans.title', 'like', contains(q ?? '')))
    .$if(status !== undefined, query => query.where('plans.status', '=', status ?? ''))
  const { total } = await filtered.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const read = await withNames(filtered)
    .$if(after !== null, query =>
      query.where(sql<boolean>`(plans.created_at, plans.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('plans.created_at', 'desc')
    .orderBy('plans.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = pageFrom(read, limit, row => [row.created_at.toISOString(), row.id])
  return { items: await summaries(context, rows), next, total }
}

/** One plan as the list shows it. */
export const getPlan = async (context: Context, id: string): Promise<PlanSummary> => {
  await findPlan(context, id, 'plan.read')
  const rows = await withNames(
    context.db.selectFrom('plans').where('plans.tenant_id', '=', context.actor.tenantId).where('plans.id', '=', id),
  ).execute()
  const [summary] = await summaries(context, rows)
  if (!summary) throw new Error('A plan that was just found is gone within its transaction.')
  return summary
}

/** How far the reading of a document has come. */
export const getReading = async (context: Context, id: string) => {
  const plan = await findPlan(context, id, 'plan.read')
  const { progress, step, failure } = await currentVersion(context, plan)
  const reason = (failure as { readonly reason: ReadingFailure } | null)?.reason
  return {
    status: plan.status as PlanStatus,
    progress,
    step: step as 'queued' | 'decoding' | 'reading' | 'checking' | 'saving' | 'done' | 'failed',
    failure: reason === undefined ? null : (readingFailures[reason] ?? readingFailures.broken),
  }
}

const plansWithin = ({ db, actor }: Context) => {
  const scope = pathArray(scopeFor(actor, 'plan.read'))
  return db
    .selectFrom('plans')
    .where('plans.tenant_id', '=', actor.tenantId)
    .where(
      sql<boolean>`(plans.unit_path <@ any(${scope}) or exists (
      select from programmes p where p.tenant_id = plans.tenant_id and p.id = plans.programme_id and p.involved_paths <@ any(${scope})))`,
    )
}

// biome-ignore lint/complexity/noBannedTypes: Kysely's own word for "nothing selected yet"
const withNames = (plans: SelectQueryBuilder<Database, 'plans', {}>) =>
  plans
    .innerJoin('units', join =>
      join.onRef('units.tenant_id', '=', 'plans.tenant_id').onRef('units.id', '=', 'plans.unit_id'),
    )
    .innerJoin('people', join =>
      join.onRef('people.tenant_id', '=', 'plans.tenant_id').onRef('people.id', '=', 'plans.created_by'),
    )
    .innerJoin('plan_versions as v', join =>
      join.onRef('v.tenant_id', '=', 'plans.tenant_id').onRef('v.id', '=', 'plans.current_version_id'),
    )
    .selectAll('plans')
    .select([
      'units.name as unit_name',
      'units.kind as unit_kind',
      'people.name as person_name',
      'v.id as version_id',
      'v.number as version_number',
      'v.source_name',
    ])

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]

const planActions: readonly Action[] = ['plan.read', 'plan.import', 'plan.review', 'plan.publish', 'plan.revise']

const summaries = async (context: Context, rows: readonly NamedRow[]): Promise<PlanSummary[]> => {
  const versions = rows.map(row => row.version_id)
  const items = await countItems(context, versions)
  const errors = await countErrors(context, versions)
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    status: row.status as PlanStatus,
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    versionId: row.version_id,
    versionNumber: row.version_number,
    sourceName: row.source_name,
    createdBy: { id: row.created_by, name: row.person_name },
    createdAt: row.created_at.toISOString(),
    programmeId: row.programme_id,
    revisesProgrammeId: row.revises_programme_id,
    confirmed: items.get(row.version_id)?.confirmed ?? 0,
    items: items.get(row.version_id)?.items ?? 0,
    errors: errors.get(row.version_id) ?? 0,
    actions: [...allowedActions(context.actor, { tenantId: row.tenant_id, unitPath: row.unit_path }, actionsNow(row))],
  }))
}

const actionsNow = ({ status, revises_programme_id }: NamedRow): readonly Action[] =>
  planActions.filter(action => {
    if (action === 'plan.review') return status === 'review'
    if (action === 'plan.publish') return status === 'review' && revises_programme_id === null
    if (action === 'plan.revise')
      return status === 'published' || (status === 'review' && revises_programme_id !== null)
    return true
  })

/** What was rejected counts no more. */
const countItems = async ({ db, actor }: Context, versions: readonly string[]) => {
  const rows = await db
    .selectFrom('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', 'in', [...versions, NOBODY])
    .where('state', '<>', 'rejected')
    .groupBy('version_id')
    .select(eb => [
      'version_id',
      eb.fn.countAll<number>().as('items'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'confirmed').as('confirmed'),
    ])
    .execute()
  return new Map(rows.map(row => [row.version_id, row]))
}

const countErrors = async ({ db, actor }: Context, versions: readonly string[]) => {
  const rows = await db
    .selectFrom('plan_diagnostics')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', 'in', [...versions, NOBODY])
    .where('severity', '=', 'error')
    .where('state', '=', 'open')
    .groupBy('version_id')
    .select(eb => ['version_id', eb.fn.countAll<number>().as('errors')])
    .execute()
  return new Map(rows.map(row => [row.version_id, row.errors]))
}

/** Keeps `in ()` from being empty. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
