import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { daysLate } from '@luoshi/rules/overdue'
import { taskName } from '@luoshi/rules/task-name'
import { sql } from 'kysely'
import { openStates } from '../assignments/assignment-rows.ts'
import { isRed, openCaseStates, stateAmong } from '../cases/case-conditions.ts'
import type { Context } from '../context.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { findProgramme } from './find-programme.ts'
import { milestonesOf, phasesOf } from './fixtures.ts'
import { latestOf } from './latest.ts'
import { progressBy, unitsIn } from './progress-counts.ts'
import { summaryOf } from './queries.ts'

const LATE_SHOWN = 20

/** One honest page about a programme, as far as the reader's reach goes. */
export const getOverview = async (context: Context, id: string): Promise<ProgrammeOverview> => {
  const row = await findProgramme(context, id, 'programme.read')
  const reach = await reachOf(context, 'assignment.read')
  const byUnit = await progressBy(context, 'unit_id', [id], reach)
  const units = await unitRefs(context, [...byUnit.keys()])
  return {
    ...(await summaryOf(context, row, reach)),
    goal: row.goal,
    phases: await phasesOf(context, id),
    milestones: await milestonesOf(context, id, row.countdown_milestone_id),
    byUnit: [...byUnit].flatMap(([unitId, progress]) => {
      const unit = units.get(unitId)
      return unit ? { unit, ...progress } : []
    }),
    late: await lateOf(context, id, reach),
    latest: await latestOf(context, id, reach),
    week: await weekOf(context, id, reach),
    cases: await casesOf(context, id),
  }
}

const lateOf = async ({ db, actor, clock }: Context, id: string, reach: Reach): Promise<ProgrammeOverview['late']> => {
  const now = clock.now()
  const { rows } = await sql<{
    id: string
    text: string
    unit_id: string
    unit_name: string
    unit_kind: string
    due_on: string
    due_at: Date
  }>`select a.id, t.text, a.unit_id, u.name as unit_name, u.kind as unit_kind, a.due_on, a.due_at
    from assignments a
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id} and a.due_at < ${now}
      and a.state in (${sql.join(openStates.map(state => sql.lit(state)))}) and ${unitsIn(reach)}
    order by a.due_at, a.id limit ${LATE_SHOWN}`.execute(db)
  return rows.map(row => ({
    assignmentId: row.id,
    text: taskName(row.text),
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    dueOn: row.due_on,
    days: daysLate(row.due_at, now),
  }))
}

const casesOf = async (context: Context, id: string): Promise<ProgrammeOverview['cases']> => {
  const { db, actor, clock } = context
  const reach = await reachOf(context, 'case.read')
  const { rows } = await sql<ProgrammeOverview['cases']>`
    select count(*) as open, count(*) filter (where ${isRed(clock.now())}) as late from cases a
    where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id} and ${stateAmong(openCaseStates)}
      and ${unitsIn(reach)}`.execute(db)
  return rows[0] ?? { open: 0, late: 0 }
}

/** What happened in the seven days up to now. */
const weekOf = async ({ db, actor, clock }: Context, id: string, reach: Reach): Promise<ProgrammeOverview['week']> => {
  const since = new Date(clock.now().getTime() - 7 * 86_400_000)
  const { rows } = await sql<ProgrammeOverview['week']>`select
    (select count(*) from assignments a where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id}
      and a.state = 'confirmed' and a.confirmed_at >= ${since} and ${unitsIn(reach)}) as confirmed,
    (select count(*) from assignments a where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id}
      and a.submitted_at >= ${since} and ${unitsIn(reach)}) as submitted,
    (select count(*) from occurrences a where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id}
      and a.missed_at >= ${since} and ${unitsIn(reach)}) as missed`.execute(db)
  return rows[0] ?? { confirmed: 0, submitted: 0, missed: 0 }
}
