import type { ProgrammeSummary } from '@luoshi/contract/programmes'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from './find-programme.ts'
import { getSummary } from './queries.ts'

export type ChangeProgramme = {
  readonly id: string
  readonly version: number
  readonly title?: string | undefined
  readonly status?: ProgrammeSummary['status'] | undefined
  readonly countdownMilestoneId?: string | null | undefined
}

/** Pauses, ends or renames a programme, or chooses the day that is counted down to. */
export const changeProgramme = async (context: Context, input: ChangeProgramme): Promise<ProgrammeSummary> => {
  const { db, actor, jobs, afterwards } = context
  const programme = await findProgramme(context, input.id, 'programme.manage')
  if (input.countdownMilestoneId) await mustBeItsMilestone(context, input.id, input.countdownMilestoneId)
  const changes = {
    ...(input.title !== undefined && { title: input.title }),
    ...(input.status !== undefined && { status: input.status }),
    ...(input.countdownMilestoneId !== undefined && { countdown_milestone_id: input.countdownMilestoneId }),
  }
  const { numUpdatedRows } = await db
    .updateTable('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .set({ ...changes, version: input.version + 1 })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('version-stale', { current: programme.version })
  const subject = { kind: 'programme', id: input.id, name: programme.title, unitPath: programme.unit_path }
  await record(context, 'programme.manage', subject, changes)
  if (input.status === 'running')
    afterwards(() => jobs.send('lay-occurrences', { tenantId: actor.tenantId, subjectId: input.id }))
  return getSummary(context, input.id)
}

const mustBeItsMilestone = async ({ db, actor }: Context, programmeId: string, milestoneId: string): Promise<void> => {
  const found = await db
    .selectFrom('milestones')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .where('id', '=', milestoneId)
    .where('withdrawn_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (!found) throw new Problem('not-found', { noun: 'milestone' })
}
