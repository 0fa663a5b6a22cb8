import type { CaseRow } from '@luoshi/contract/cases'
import { type CaseState, isMergeable, unassignedStates } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { countDue, soonestFirst } from '../db/soonest-first.ts'
import { Problem } from '../problem.ts'
import { reachOf } from '../units/reach.ts'
import { type CaseFilter, caseConditions, isRed, openCaseStates, stateAmong, walkedBy } from './case-conditions.ts'
import { type CasePlace, placesOf } from './case-places.ts'
import { caseShown, readCases } from './case-rows.ts'
import { narrowedByWords } from './cases-saying.ts'

export type CasePage = CaseFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** Cases within reach, soonest due first. */
export const listCases = async (context: Context, page: CasePage) => {
  const { db, actor, clock } = context
  const reach = await reachOf(context, 'case.read', page)
  const filter = await narrowedByWords(context, page)
  const query = { tenantId: actor.tenantId, reach, conditions: caseConditions(filter, clock.now()) }
  const after = readCursor(page.cursor, 2)
  const keys = await soonestFirst(db, 'cases', { ...query, ...walkedBy(filter), after, limit: page.limit + 1 })
  const { rows, next } = pageFrom(keys, page.limit, ({ due, id }) => [due, id])
  const items = await casesShown(
    context,
    rows.map(({ id }) => id),
  )
  return { items, next, total: await countDue(db, 'cases', query) }
}

export const casesShown = async (
  context: Pick<Context, 'db' | 'actor' | 'clock'>,
  ids: readonly string[],
): Promise<CaseRow[]> => (await readCases(context, ids)).map(row => caseShown(row, context))

/** The open states as columns: how many, how many late, and the first of each. */
export const boardOfCases = async (context: Context, { each, ...asked }: CaseFilter & { readonly each: number }) => {
  const filter = await narrowedByWords(context, asked)
  const { db, actor, clock } = context
  const { tenantId } = actor
  const now = clock.now()
  const reach = await reachOf(context, 'case.read', filter)
  const conditions = caseConditions({ ...filter, open: true }, now)
  const within = reach.kind === 'all' ? sql`true` : sql`a.unit_id = any(${reach.ids}::uuid[])`
  const { rows: counts } = await sql<{ state: CaseState; total: number; late: number }>`
    select a.state, count(*) as total, count(*) filter (where ${isRed(now)}) as late from cases a
    where a.tenant_id = ${tenantId} and ${within} and ${sql.join(conditions, sql` and `)} group by a.state`.execute(db)
  const columns: { readonly state: CaseState; readonly ids: readonly string[] }[] = []
  for (const state of openCaseStates) {
    const own = caseConditions({ ...filter, state }, now)
    const keys = await soonestFirst(db, 'cases', {
      tenantId,
      reach,
      conditions: own,
      ...{ states: [state], few: filter.ids !== undefined },
      after: null,
      limit: each,
    })
    columns.push({ state, ids: keys.map(({ id }) => id) })
  }
  const shown = new Map(
    (
      await casesShown(
        context,
        columns.flatMap(({ ids }) => ids),
      )
    ).map(row => [row.id, row]),
  )
  const none = { total: 0, late: 0 }
  return columns.map(({ state, ids }) => {
    const { total, late } = counts.find(one => one.state === state) ?? none
    return { state, total, late, items: ids.flatMap(id => shown.get(id) ?? []) }
  })
}

const MAPPED = 3000

/** Open cases that have a place, the most pressing first; a map of more says less. */
export const mapOfCases = async (context: Context, asked: CaseFilter) => {
  const filter = await narrowedByWords(context, asked)
  const { db, actor, clock } = context
  const reach = await reachOf(context, 'case.read', filter)
  const conditions = [
    ...caseConditions({ open: true, ...filter }, clock.now()),
    // Each point is looked up as it is come to, and not all of them gathered before the first.
    sql`coalesce(a.longitude, (select t.longitude from points t where t.tenant_id = a.tenant_id and t.id = a.point_id)) is not null`,
  ]
  const keys = await soonestFirst(db, 'cases', {
    ...{ tenantId: actor.tenantId, reach, conditions, states: openCaseStates, after: null },
    ...{ few: filter.ids !== undefined, limit: MAPPED + 1 },
  })
  const cases = await placesOf(
    context,
    keys.slice(0, MAPPED).map(({ id }) => id),
  )
  return { cases, units: unitsAmid(cases), hasMore: keys.length > MAPPED, tiles: context.tiles ?? null }
}

/** Each unit in the middle of what it has on the map. */
const unitsAmid = (cases: readonly CasePlace[]) =>
  [...Map.groupBy(cases, ({ unit }) => unit.id).values()].map(own => {
    const middle = (of: 'longitude' | 'latitude'): number =>
      own.reduce((sum, { position }) => sum + position[of], 0) / own.length
    return {
      ...{ id: own[0]?.unit.id ?? '', name: own[0]?.unit.name ?? '', count: own.length },
      position: { longitude: middle('longitude'), latitude: middle('latitude') },
    }
  })

/** Open cases that may be the same: at the same point or of the same category with the same unit. */
export const casesAlike = async (context: Context, id: string): Promise<CaseRow[]> => {
  const { db, actor, clock } = context
  const [row] = await readCases(context, [id])
  if (!row) throw new Problem('not-found', { noun: 'case' })
  allow(actor, 'case.read', { tenantId: row.tenant_id, unitPath: row.unit_path, involvedPaths: [row.office_path] })
  const reach = await reachOf(context, 'case.read')
  const keys = await soonestFirst(db, 'cases', {
    tenantId: actor.tenantId,
    reach,
    conditions: [
      ...caseConditions({ open: true }, clock.now()),
      sql`a.id <> ${id}`,
      stateAmong(openCaseStates.filter(isMergeable)),
      sql`not (${actor.personId}::uuid = any(a.rectified_by))`,
      sql`(a.point_id = ${row.point_id} or (a.category_id = ${row.category_id} and a.unit_id = ${row.unit_id}))`,
    ],
    after: null,
    limit: 10,
  })
  return casesShown(
    context,
    keys.map(one => one.id),
  )
}

/** With the office, to be given to a unit. */
export const isUnassigned = (state: CaseState): boolean => unassignedStates.some(one => one === state)
