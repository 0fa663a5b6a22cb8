import { mergeCases } from '@luoshi/rules/case-merging'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { writeCaseEvent } from './note-event.ts'
import { caseNumber } from './serials.ts'
import { refusalOf, stepOfCase } from './step-case.ts'
import { type CaseTableRow, wayOf } from './way-of.ts'

export type Merging = { readonly id: string; readonly version: number | null; readonly into: string }

/** Two cases are one: the other keeps what was found here and who mended it, and this one leads there. */
export const mergeCase = async (context: Context, { id, version, into }: Merging): Promise<void> => {
  const { db, actor } = context
  if (id === into) throw new Problem('input-invalid', {}, [{ field: 'into', message: 'itself' }])
  const [one, other] = await lockBoth(context, id, into)
  const event = { kind: 'merge', by: actor.personId, into } as const
  const merged = mergeCases(wayOf(one), wayOf(other), event)
  if (!merged.ok) throw refusalOf(merged.refusal, merged.refusal === 'target-not-open' ? other.state : one.state)
  await stepOfCase(context, { id, version, set: { due_at: 'infinity' } }, event)
  await takeIn(context, other, merged.value.target.rectifiedBy)
  await sql`insert into evidence_serves (tenant_id, evidence_id, subject_kind, subject_id)
    select tenant_id, evidence_id, 'case', ${into} from evidence_serves
    where tenant_id = ${actor.tenantId} and subject_kind = 'case' and subject_id = ${id}
    on conflict do nothing`.execute(db)
  // What was merged here earlier leads on.
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('merged_into', '=', id)
    .set({ merged_into: into })
    .execute()
  const content = { caseId: id, number: caseNumber(one.year, one.serial), title: one.title }
  await writeCaseEvent(context, into, { kind: 'merged-in', content })
}

/** Always the same one first, so that two who merge crosswise wait for each other. */
const lockBoth = async (context: Context, id: string, into: string): Promise<readonly [CaseTableRow, CaseTableRow]> => {
  const lock = (one: string) => lockCase(context, one, 'case.merge', null)
  if (id < into) return [await lock(id), await lock(into)]
  const other = await lock(into)
  return [await lock(id), other]
}

/** Whoever saw it before has not seen what is in it now. */
const takeIn = async (
  { db, actor, clock }: Context,
  { id, version }: CaseTableRow,
  rectifiedBy: readonly string[],
): Promise<void> => {
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ rectified_by: [...rectifiedBy], changed_at: clock.now(), version: version + 1 })
    .execute()
}
