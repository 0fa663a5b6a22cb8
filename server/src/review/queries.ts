import type { DiagnosticShown, Item, Review } from '@luoshi/contract/review'
import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { PlanDiagnosticsTable } from '../db/tables.ts'
import { itemFrom, lacksYear } from '../plans/item-content.ts'
import { currentVersion, findPlan } from '../plans/plan-rows.ts'
import { Problem } from '../problem.ts'
import { type ItemWithName, itemShown } from './item-shown.ts'
import { type PartyBook, partyBook } from './party-book.ts'
import { notePresence } from './presence.ts'

/** The document and everything read from it. */
export const getReview = async (context: Context, planId: string): Promise<Review> => {
  const plan = await findPlan(context, planId, 'plan.read')
  if (plan.status === 'reading') throw new Problem('plan-still-reading', { title: plan.title })
  const version = await currentVersion(context, plan)
  const rows = await itemRows(context, version.id).execute()
  const book = await partyBook(context, plan)
  const diagnostics = await context.db
    .selectFrom('plan_diagnostics')
    .where('tenant_id', '=', plan.tenant_id)
    .where('version_id', '=', version.id)
    .orderBy('span_start')
    .orderBy('ordinal')
    .selectAll()
    .execute()
  return {
    planId,
    versionId: version.id,
    title: plan.title,
    text: version.text,
    span: { start: version.span_start, end: version.span_end },
    places: version.places as Review['places'], // as the compiler gave them
    year: version.year,
    yearMissing: rows.some(row => row.state !== 'rejected' && lacksYear(itemFrom(row, version.year))),
    outline: version.outline as unknown[],
    items: rows.map(row => itemShown(row, version.year, book)),
    diagnostics: diagnostics.map(diagnosticShown),
    present: await notePresence(context, planId),
  }
}

/** Items that changed since an instant, and who else is looking. An instant that is given back as `now` misses nothing. */
export const getChanges = async (context: Context, planId: string, since: string) => {
  const plan = await findPlan(context, planId, 'plan.read')
  const version = await currentVersion(context, plan)
  const now = context.clock.now()
  const rows = await itemRows(context, version.id).where('plan_items.updated_at', '>=', new Date(since)).execute()
  const book = await partyBook(context, plan)
  return {
    items: rows.map(row => itemShown(row, version.year, book)),
    present: await notePresence(context, planId),
    // A writer that began earlier may commit later: the next question reaches back a little.
    now: new Date(now.getTime() - OVERLAP_MS).toISOString(),
  }
}

const OVERLAP_MS = 5_000

/** One item as it now stands. */
export const shownItem = async (
  context: Context,
  versionId: string,
  year: number | null,
  itemId: string,
  book: PartyBook,
): Promise<Item> => {
  const row = await itemRows(context, versionId).where('plan_items.id', '=', itemId).executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'item' })
  return itemShown(row, year, book)
}

export const shownItems = async (
  context: Context,
  versionId: string,
  year: number | null,
  book: PartyBook,
  keep: (item: Item) => boolean,
): Promise<Item[]> => {
  const rows: readonly ItemWithName[] = await itemRows(context, versionId).execute()
  return rows.map(row => itemShown(row, year, book)).filter(keep)
}

const itemRows = ({ db, actor }: Context, versionId: string) =>
  db
    .selectFrom('plan_items')
    .leftJoin('people', join =>
      join.onRef('people.tenant_id', '=', 'plan_items.tenant_id').onRef('people.id', '=', 'plan_items.updated_by'),
    )
    .where('plan_items.tenant_id', '=', actor.tenantId)
    .where('plan_items.version_id', '=', versionId)
    .orderBy('plan_items.span_start')
    .orderBy('plan_items.ordinal')
    .orderBy('plan_items.id')
    .selectAll('plan_items')
    .select('people.name as person_name')

export const diagnosticShown = (row: Selectable<PlanDiagnosticsTable>): DiagnosticShown => ({
  id: row.id,
  code: row.code,
  severity: row.severity as DiagnosticShown['severity'],
  params: row.params as DiagnosticShown['params'],
  message: row.message as DiagnosticShown['message'],
  span: { start: row.span_start, end: row.span_end },
  related: row.related as DiagnosticShown['related'],
  remedy: row.remedy as DiagnosticShown['remedy'],
  state: row.state as DiagnosticShown['state'],
  note: row.note,
  remedied: row.remedied,
})
