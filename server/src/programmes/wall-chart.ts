import { localDate } from '@luoshi/rules/local-time'
import { addDays, earlier, later, type PlainDate } from '@luoshi/rules/plain-date'
import { taskName } from '@luoshi/rules/task-name'
import { sql } from 'kysely'
import { openStates } from '../assignments/assignment-rows.ts'
import type { Context } from '../context.ts'
import { reachOf } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'
import { findProgramme } from './find-programme.ts'
import { milestonesOf, phasesOf } from './fixtures.ts'
import { unitsIn } from './progress-counts.ts'

/** Phases, tasks and milestones by unit, for the wall. */
export const getWallChart = async (context: Context, id: string) => {
  const { db, actor, clock } = context
  const programme = await findProgramme(context, id, 'programme.read')
  const reach = await reachOf(context, 'assignment.read')
  const now = clock.now()
  const today = localDate(now)
  const begin = programme.starts_on ?? localDate(programme.published_at)
  const { rows } = await sql<Bar>`
    select a.id, t.text, t.starts_on, a.due_on, a.due_at, a.state, a.unit_id, u.name as unit_name, u.kind as unit_kind
    from assignments a
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id} and a.state <> 'withdrawn' and ${unitsIn(reach)}
    order by u.path, coalesce(t.starts_on, a.due_on), a.due_at, t.ordinal`.execute(db)
  const bars = rows.map(row => ({ row, from: earlier(row.starts_on ?? begin, row.due_on ?? '9999-12-31') }))
  const days = [...bars.map(({ from }) => from), ...rows.flatMap(({ due_on }) => due_on ?? [])]
  return {
    from: days.reduce(earlier, begin),
    to: days.reduce(later, programme.ends_on ?? addDays(today, 30)),
    today,
    phases: await phasesOf(context, id),
    milestones: await milestonesOf(context, id, programme.countdown_milestone_id),
    rows: [...Map.groupBy(bars, ({ row }) => row.unit_id).values()].map(own => rowOf(own, now)),
  }
}

type Bar = {
  readonly id: string
  readonly text: string
  readonly starts_on: PlainDate | null
  readonly due_on: PlainDate | null
  readonly due_at: Date
  readonly state: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
}

const rowOf = (bars: readonly { readonly row: Bar; readonly from: PlainDate }[], now: Date) => {
  const first = bars[0]?.row
  return {
    unit: unitRef(first?.unit_id ?? '', first?.unit_name ?? '', first?.unit_kind ?? 'other'),
    bars: bars.map(({ row, from }) => ({
      assignmentId: row.id,
      text: taskName(row.text),
      from,
      to: row.due_on,
      state: row.state,
      late: row.due_on !== null && row.due_at < now && openStates.some(state => state === row.state),
    })),
  }
}
