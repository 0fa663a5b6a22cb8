import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { evidenceOf } from '../evidence/evidence-rows.ts'
import { extensionShown } from '../extensions/extension-shown.ts'
import { sentenceOf } from '../plans/sentence-of.ts'
import { Problem } from '../problem.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { assignmentShown, readAssignments } from './assignment-rows.ts'

/** One assignment with its sentence and its life. */
export const getAssignment = async (context: Context, id: string): Promise<AssignmentDetail> => {
  const { actor } = context
  const [row] = await readAssignments(context, [id])
  if (!row) throw new Problem('not-found', { noun: 'assignment' })
  allow(actor, 'assignment.read', { tenantId: row.tenant_id, unitPath: row.unit_path })
  const sentence = row.item_id === null ? null : await sentenceOf(context, row.item_id)
  const events = await eventsOf(context, id)
  return {
    ...assignmentShown(row, context),
    sentence: sentence?.text ?? null,
    planId: sentence?.planId ?? (await planOf(context, row.programme_id)),
    span: sentence?.span ?? null,
    parties: await partiesOfTask(context, row.task_id),
    events,
    extensions: await extensionsOf(context, id),
    files: await evidenceOf(context, 'assignment', id),
    submittedBy: events.findLast(({ kind, who }) => kind === 'submit' && who.id === row.submitted_by)?.who ?? null,
  }
}

const planOf = async ({ db, actor }: Context, programmeId: string): Promise<string> => {
  const { plan_id } = await db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', programmeId)
    .select('plan_id')
    .executeTakeFirstOrThrow()
  return plan_id
}

const partiesOfTask = async (context: Context, taskId: string): Promise<AssignmentDetail['parties']> => {
  const rows = await context.db
    .selectFrom('task_parties')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('task_id', '=', taskId)
    .orderBy('part')
    .orderBy('name')
    .select(['part', 'name', 'unit_ids'])
    .execute()
  const units = await unitRefs(
    context,
    rows.flatMap(({ unit_ids }) => unit_ids),
  )
  return rows.map(({ part, name, unit_ids }) => ({
    part: part as AssignmentDetail['part'], // checked by the table
    name,
    units: unit_ids.flatMap(id => units.get(id) ?? []),
  }))
}

const eventsOf = async ({ db, actor }: Context, id: string): Promise<AssignmentDetail['events']> => {
  const rows = await db
    .selectFrom('assignment_events as e')
    .innerJoin('people as p', join => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.person_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.assignment_id', '=', id)
    .orderBy('e.at')
    .orderBy('e.id')
    .select(['e.id', 'e.at', 'e.person_id', 'p.name', 'e.kind', 'e.note', 'e.progress'])
    .execute()
  return rows.map(({ at, person_id, name, ...event }) => ({
    ...event,
    at: at.toISOString(),
    who: { id: person_id, name },
  }))
}

const extensionsOf = async ({ db, actor }: Context, id: string): Promise<AssignmentDetail['extensions']> => {
  const rows = await db
    .selectFrom('extensions as e')
    .innerJoin('people as a', join => join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.asked_by'))
    .leftJoin('people as d', join => join.onRef('d.tenant_id', '=', 'e.tenant_id').onRef('d.id', '=', 'e.decided_by'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.assignment_id', '=', id)
    .orderBy('e.asked_at')
    .selectAll('e')
    .select(['a.name as asked_name', 'd.name as decided_name'])
    .execute()
  return rows.map(extensionShown)
}
