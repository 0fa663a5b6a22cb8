import type { AssignmentRow } from '@luoshi/contract/assignments'
import { assignmentStates } from '@luoshi/rules/assignment-machine'
import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import { soonDays } from '@luoshi/rules/overdue'
import { addDays } from '@luoshi/rules/plain-date'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { countDue, soonestFirst } from '../db/soonest-first.ts'
import { reachOf } from '../units/reach.ts'
import { assignmentShown, openStates, readAssignments } from './assignment-rows.ts'

export type AssignmentFilter = {
  readonly q?: string | undefined
  readonly programmeId?: string | undefined
  readonly unitId?: string | undefined
  readonly state?: AssignmentRow['state'] | undefined
  readonly timeliness?: 'late' | 'today' | 'soon' | undefined
  readonly mine?: boolean | undefined
}
export type AssignmentPage = AssignmentFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** Assignments within reach, soonest due first. What was withdrawn is shown only when asked for. */
export const listAssignments = async (context: Context, page: AssignmentPage) => {
  const { db, actor, clock } = context
  const reach = await reachOf(context, 'assignment.read', page)
  const query = { tenantId: actor.tenantId, reach, conditions: conditionsOf(page, actor.tenantId, clock.now()) }
  const after = readCursor(page.cursor, 2)
  const keys = await soonestFirst(db, 'assignments', { ...query, after, limit: page.limit + 1 })
  const { rows, next } = pageFrom(keys, page.limit, ({ due, id }) => [due, id])
  const read = await readAssignments(
    context,
    rows.map(({ id }) => id),
  )
  return {
    items: read.map(row => assignmentShown(row, context)),
    next,
    total: await countDue(db, 'assignments', query),
  }
}

/** What a filter asks of row `a`. */
export const conditionsOf = (filter: AssignmentFilter, tenantId: string, now: Date): readonly RawBuilder<unknown>[] => {
  const { q, programmeId, state, timeliness } = filter
  return [
    state === undefined ? sql`a.state in (${notWithdrawn})` : sql`a.state = ${state}`,
    ...(programmeId === undefined ? [] : [sql`a.programme_id = ${programmeId}`]),
    ...(timeliness === undefined ? [] : [openAndDue(timeliness, now)]),
    ...(q ? [sql`a.task_id in (select id from tasks where tenant_id = ${tenantId} and text like ${contains(q)})`] : []),
  ]
}

/** Said one by one, so that an index on the state answers. */
const notWithdrawn = sql.join(assignmentStates.filter(state => state !== 'withdrawn').map(state => sql.lit(state)))

const openList = sql.join(openStates.map(state => sql.lit(state)))

const openAndDue = (timeliness: 'late' | 'today' | 'soon', now: Date): RawBuilder<unknown> => {
  const today = localDate(now)
  const tonight = deadlineInstant(today)
  const [from, to] =
    timeliness === 'late'
      ? ['-infinity', now]
      : timeliness === 'today'
        ? [now, tonight]
        : [tonight, deadlineInstant(addDays(today, soonDays))]
  return sql`a.state in (${openList}) and a.due_at > ${from}::timestamptz and a.due_at <= ${to}::timestamptz`
}
