import { assignmentStates } from '@luoshi/rules/assignment-machine'
import { isTotal } from '@luoshi/rules/budget-total'
import { sql } from 'kysely'
import { listAssignments } from '../assignments/queries.ts'
import type { Context } from '../context.ts'
import { listDuties, listOccurrences } from '../duties/queries.ts'
import { getBudget } from '../programmes/fixtures.ts'
import { getOverview } from '../programmes/overview.ts'

/** What the pages say adds up to what the tables hold: the overview, the lists, the rows. */
export const sumFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => [
  ...(await assignmentFaults(context, programmeId)),
  ...(await occurrenceFaults(context, programmeId)),
  ...(await budgetFaults(context, programmeId)),
]

const assignmentFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const overview = await getOverview(context, programmeId)
  const { rows } = await sql<{ state: string; count: number; given: number }>`
    select state, count(*) as count, count(distinct (task_id, unit_id)) as given from assignments
    where tenant_id = ${context.actor.tenantId} and programme_id = ${programmeId} group by state`.execute(context.db)
  const held = new Map(rows.map(({ state, count }) => [state, count]))
  const listed = new Map<string, number>()
  for (const state of assignmentStates)
    listed.set(state, (await listAssignments(context, { programmeId, state, limit: 1 })).total)
  const all = await everyPage(cursor => listAssignments(context, { programmeId, cursor, limit: 100 }))
  const late = (await listAssignments(context, { programmeId, timeliness: 'late', limit: 1 })).total
  const working = sum([...held].filter(([state]) => state !== 'withdrawn').map(([, count]) => count))
  const { total, confirmed, submitted } = overview.assignments
  return [
    ...differ('assignments: overview, list, table', [total, all.total, all.ids.size, working]),
    ...differ('confirmed: overview, list, table', [
      confirmed,
      listed.get('confirmed') ?? 0,
      held.get('confirmed') ?? 0,
    ]),
    ...differ('submitted: overview, list, table', [
      submitted,
      listed.get('submitted') ?? 0,
      held.get('submitted') ?? 0,
    ]),
    ...differ('late: overview, list', [overview.assignments.late, late]),
    ...differ('assignments: overview, its units', [total, sum(overview.byUnit.map(unit => unit.total))]),
    ...differ('confirmed: overview, its units', [confirmed, sum(overview.byUnit.map(unit => unit.confirmed))]),
    ...differ('assignments: rows, task and unit', [
      sum(rows.map(({ count }) => count)),
      sum(rows.map(({ given }) => given)),
    ]),
  ]
}

const occurrenceFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const overview = await getOverview(context, programmeId)
  const duties = await listDuties(context, programmeId)
  const { rows } = await sql<{ all: number; recorded: number; missed: number; withdrawn: number }>`
    select count(*) as all, count(*) filter (where o.missed_at is not null) as missed,
      count(*) filter (where o.state in ('recorded', 'confirmed') and d.withdrawn_at is null) as recorded,
      count(*) filter (where o.missed_at is not null and d.withdrawn_at is not null) as withdrawn
    from occurrences o join duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    where o.tenant_id = ${context.actor.tenantId} and o.programme_id = ${programmeId}`.execute(context.db)
  const { all = 0, recorded = 0, missed = 0, withdrawn = 0 } = rows[0] ?? {}
  const listed = await everyPage(cursor => listOccurrences(context, { programmeId, cursor, limit: 200 }))
  return [
    ...differ('occurrences: list, pages, table', [listed.total, listed.ids.size, all]),
    ...differ('recorded: duties, table', [sum(duties.map(duty => duty.recorded)), recorded]),
    ...differ('missed: overview, table', [overview.missed, missed]),
    ...differ('missed: duties, table', [sum(duties.map(duty => duty.missed)), missed - withdrawn]),
  ]
}

const budgetFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const { lines, totalFen } = await getBudget(context, programmeId)
  const parts = lines.filter(line => !isTotal(line, lines))
  const totals = lines.filter(line => isTotal(line, lines))
  return [
    ...differ('budget: page, parts', [totalFen, sum(parts.map(({ fen }) => fen))]),
    ...totals.flatMap(({ item, fen }) => differ(`budget: page, ${item}`, [totalFen, fen])),
  ]
}

type Page = {
  readonly items: readonly { readonly id: string }[]
  readonly next: string | null
  readonly total: number
}

/** A list read to its last page. */
const everyPage = async (pageAt: (cursor: string | undefined) => Promise<Page>) => {
  const ids = new Set<string>()
  let page = await pageAt(undefined)
  for (const { id } of page.items) ids.add(id)
  const { total } = page
  while (page.next !== null) {
    page = await pageAt(page.next)
    for (const { id } of page.items) ids.add(id)
  }
  return { ids, total }
}

const differ = (what: string, counts: readonly number[]): readonly string[] =>
  new Set(counts).size > 1 ? [`These differ: ${what} (${counts.join(', ')}).`] : []

const sum = (counts: readonly number[]): number => counts.reduce((so, count) => so + count, 0)
