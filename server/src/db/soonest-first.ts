import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../units/reach.ts'
import type { Scoped } from './in-tenant.ts'

export type DueTable = 'assignments' | 'occurrences' | 'cases'

export type DuePage = {
  readonly tenantId: string
  readonly reach: Reach
  /** What else must hold of row `a`. */
  readonly conditions: readonly RawBuilder<unknown>[]
  /** Where few of many rows are wanted, each state is walked in its own order: the others are not passed by. */
  readonly states?: readonly string[]
  /** The conditions name few rows: those are read and sorted, and no order is walked to come upon them. */
  readonly few?: boolean
  readonly after: readonly (string | number)[] | null
  readonly limit: number
}

/** A row's place in the order: when it is due, as PostgreSQL writes it, and its id. */
export type DueKey = { readonly id: string; readonly due: string }

/** Up to so many units each is asked for its own first rows and the answers are merged: the cost is that of the page, not of the table. */
const FEW = 300

/** The keys of a page of rows that fall due, soonest first. */
export const soonestFirst = async (db: Scoped, table: DueTable, page: DuePage): Promise<readonly DueKey[]> => {
  if (page.reach.kind === 'units' && page.reach.ids.length === 0) return []
  return (await soonestFirstQuery(table, page).execute(db)).rows
}

export const soonestFirstQuery = (table: DueTable, page: DuePage): RawBuilder<DueKey> => {
  const { reach } = page
  if (page.few) return fewSorted(table, page)
  return reach.kind === 'units' && reach.ids.length <= FEW
    ? unitByUnit(table, page, reach.ids)
    : throughAll(table, page)
}

/** `offset 0` keeps the planner from walking the order in the hope of coming upon enough of them soon. */
const fewSorted = (table: DueTable, page: DuePage): RawBuilder<DueKey> => sql<DueKey>`
  select few.id, few.due_at::text as due from (
    select a.id, a.due_at from ${sql.table(table)} a
    where ${allOf([tenantIs(page), unitAmong(page.reach), ...page.conditions, beyond(page)])} offset 0
  ) few order by few.due_at, few.id limit ${page.limit}`

const throughAll = (table: DueTable, page: DuePage): RawBuilder<DueKey> =>
  page.states === undefined ? inOrder(table, page) : stateByState(table, page, page.states)

/** Each state's rows come in their order already and are merged as far as the page goes. Said apart, so that no state is read to its end. */
const stateByState = (table: DueTable, page: DuePage, states: readonly string[]): RawBuilder<DueKey> => {
  const each = states.map(
    state => sql`(select a.id, a.due_at from ${sql.table(table)} a
    where ${allOf([tenantIs(page), unitAmong(page.reach), sql`a.state = ${sql.lit(state)}`, ...page.conditions, beyond(page)])}
    order by a.due_at, a.id limit ${page.limit})`,
  )
  return sql<DueKey>`select merged.id, merged.due_at::text as due from (${sql.join(each, sql` union all `)}) merged
  order by merged.due_at, merged.id limit ${page.limit}`
}

const inOrder = (table: DueTable, page: DuePage): RawBuilder<DueKey> => sql<DueKey>`
  select a.id, a.due_at::text as due from ${sql.table(table)} a
  where ${allOf([tenantIs(page), unitAmong(page.reach), ...page.conditions, beyond(page)])}
  order by a.due_at, a.id limit ${page.limit}`

const unitByUnit = (table: DueTable, page: DuePage, ids: readonly string[]): RawBuilder<DueKey> => sql<DueKey>`
  select merged.id, merged.due_at::text as due from unnest(${ids}::uuid[]) as u (id) ${eachState(page)} cross join lateral (
    select a.id, a.due_at from ${sql.table(table)} a
    where ${allOf([tenantIs(page), sql`a.unit_id = u.id`, stateIs(page), ...page.conditions, beyond(page)])}
    order by a.due_at, a.id limit ${page.limit}
  ) merged order by merged.due_at, merged.id limit ${page.limit}`

const eachState = ({ states }: DuePage) =>
  states === undefined ? sql`` : sql`cross join unnest(${states}::text[]) as s (state)`

const stateIs = ({ states }: DuePage) => (states === undefined ? sql`true` : sql`a.state = s.state`)

export type DueCount = Pick<DuePage, 'tenantId' | 'reach' | 'conditions'>

/** How many rows there are beyond all pages. */
export const countDue = async (db: Scoped, table: DueTable, counted: DueCount): Promise<number> => {
  const { rows } = await countDueQuery(table, counted).execute(db)
  return rows[0]?.total ?? 0
}

export const countDueQuery = (table: DueTable, counted: DueCount): RawBuilder<{ total: number }> => sql`
  select count(*) as total from ${sql.table(table)} a
  where ${allOf([tenantIs(counted), unitAmong(counted.reach), ...counted.conditions])}`

const tenantIs = ({ tenantId }: Pick<DuePage, 'tenantId'>) => sql`a.tenant_id = ${tenantId}`

const unitAmong = (reach: Reach) => (reach.kind === 'all' ? sql`true` : sql`a.unit_id = any(${reach.ids}::uuid[])`)

const beyond = ({ after }: DuePage) =>
  after === null ? sql`true` : sql`(a.due_at, a.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`

const allOf = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)
