import type { ItemKind } from '@luoshi/contract/review'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type AnyItem, type ItemRow, itemFrom } from './item-content.ts'

/** What of a programme comes from an item and can be compared with a new version. */
export const runningKinds = [
  'group',
  'phase',
  'task',
  'duty',
  'indicator',
  'milestone',
  'budget',
] as const satisfies readonly ItemKind[]
export type RunningKind = (typeof runningKinds)[number]

const tables = {
  group: 'groups',
  phase: 'phases',
  task: 'tasks',
  duty: 'duties',
  indicator: 'indicators',
  milestone: 'milestones',
  budget: 'budget_lines',
} as const satisfies Record<RunningKind, string>

/** An item of the plan that is at work, with the row it became. */
export type RunningItem = { readonly rowId: string; readonly item: AnyItem; readonly sentence: string | null }

/** Everything at work in a programme, each kind in the order of its document. */
export const runningItems = async (context: Context, programmeId: string): Promise<readonly RunningItem[]> => {
  const found: RunningItem[] = []
  for (const kind of runningKinds) found.push(...(await itemsAtWork(context, programmeId, kind)))
  return found
}

const itemsAtWork = async (
  { db, actor }: Context,
  programmeId: string,
  kind: RunningKind,
): Promise<readonly RunningItem[]> => {
  const { rows } = await sql<Row>`
    select r.id as row_id, i.id, i.kind, i.ordinal, i.state, i.content, i.span_start, i.span_end, v.id as version_id, v.year
    from ${sql.table(tables[kind])} r
    join plan_items i on i.tenant_id = r.tenant_id and i.id = r.item_id
    join plan_versions v on v.tenant_id = i.tenant_id and v.id = i.version_id
    where r.tenant_id = ${actor.tenantId} and r.programme_id = ${programmeId} and ${isAtWork(kind)}
    order by r.ordinal, r.id`.execute(db)
  const texts = await textsOf({ db, actor }, new Set(rows.map(row => row.version_id)))
  return rows.map(({ row_id, version_id, year, ...row }) => ({
    rowId: row_id,
    item: itemFrom(row, year),
    sentence: sentenceIn(texts.get(version_id) ?? '', row),
  }))
}

/** The kinds of which something is at work that no item of a plan stands behind. */
export const kindsWithoutItem = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  programmeId: string,
): Promise<readonly RunningKind[]> => {
  const counts = await Promise.all(
    runningKinds.map(async kind => {
      const { rows } = await sql`select from ${sql.table(tables[kind])} r
        where r.tenant_id = ${actor.tenantId} and r.programme_id = ${programmeId} and r.item_id is null and ${isAtWork(kind)}
        limit 1`.execute(db)
      return rows.length > 0 ? [kind] : []
    }),
  )
  return counts.flat()
}

type Row = ItemRow & { readonly row_id: string; readonly version_id: string; readonly year: number | null }

/** Bodies and phases are at work as long as they are there. */
const isAtWork = (kind: RunningKind) => (kind === 'group' || kind === 'phase' ? sql`true` : sql`r.withdrawn_at is null`)

const textsOf = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, versions: ReadonlySet<string>) => {
  if (versions.size === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('plan_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', [...versions])
    .select(['id', 'text'])
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

const sentenceIn = (text: string, { span_start, span_end }: { span_start: number | null; span_end: number | null }) =>
  span_start === null || span_end === null ? null : text.slice(span_start, span_end)
