import type { Category } from '@luoshi/contract/cases'
import type { Selectable } from 'kysely'
import { allow, allowSomewhere } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { CaseCategoriesTable } from '../db/tables.ts'
import { rootOf } from '../people/person-rows.ts'
import { Problem } from '../problem.ts'
import { furnishCategories } from './furnish-categories.ts'

/** The county's list. One that has none yet, being older than the list, is given the ready one. */
export const listCategories = async (
  context: Context,
  { archived }: { readonly archived: boolean },
): Promise<Category[]> => {
  const { db, actor } = context
  allowSomewhere(actor, 'case.read')
  const read = () =>
    db.selectFrom('case_categories').where('tenant_id', '=', actor.tenantId).orderBy('code').selectAll().execute()
  let rows = await read()
  if (rows.length === 0) {
    await furnishCategories(context, actor.tenantId)
    rows = await read()
  }
  return rows.filter(({ archived_at }) => archived || archived_at === null).map(categoryShown)
}

export type SavedCategory = Omit<Category, 'archivedAt' | 'version'> & {
  readonly version: number | null
  readonly archived: boolean
}

/** Adds a category, or changes one that is still as it was read. One list serves the county: its own office keeps it. */
export const saveCategory = async (context: Context, wanted: SavedCategory): Promise<Category> => {
  const { db, actor, clock } = context
  const readers = actor.memberships.map(({ unitPath }) => unitPath)
  allow(actor, 'case.assign', { tenantId: actor.tenantId, unitPath: rootOf(actor), involvedPaths: readers })
  const before = await db
    .selectFrom('case_categories')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', wanted.id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  const current = before?.version ?? null
  if (current !== wanted.version) throw new Problem('version-stale', { current: current ?? 0 })
  const columns = {
    code: wanted.code,
    section: wanted.section,
    name: wanted.name,
    limit_amount: wanted.limitAmount,
    limit_unit: wanted.limitUnit,
    closing_condition: wanted.closingCondition,
    level_days: wanted.levelDays,
    severity: wanted.severity,
    archived_at: wanted.archived ? (before?.archived_at ?? clock.now()) : null,
    version: (current ?? 0) + 1,
  }
  const row = await db
    .insertInto('case_categories')
    .values({ tenant_id: actor.tenantId, id: wanted.id, ...columns })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { kind: 'category', id: row.id, name: row.name }
  await record(context, 'case.assign', subject, { event: 'category', limit: `${row.limit_amount} ${row.limit_unit}` })
  return categoryShown(row)
}

const categoryShown = (row: Selectable<CaseCategoriesTable>): Category => ({
  id: row.id,
  code: row.code,
  section: row.section,
  name: row.name,
  limitAmount: row.limit_amount,
  limitUnit: row.limit_unit as Category['limitUnit'], // checked by the table
  closingCondition: row.closing_condition,
  levelDays: row.level_days,
  severity: row.severity as Category['severity'],
  archivedAt: row.archived_at?.toISOString() ?? null,
  version: row.version,
})
