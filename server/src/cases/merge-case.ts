import type { CaseState } from '@luoshi/rules/case-machine'
import { isCaseOpen } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { writeCaseEvent } from './note-event.ts'
import { caseNumber } from './serials.ts'
import { stepOfCase } from './step-case.ts'

export type Merging = { readonly id: string; readonly version: number | null; readonly into: string }

/** Two cases are one: the other keeps what was found here, and this one leads there. */
export const mergeCase = async (context: Context, { id, version, into }: Merging): Promise<void> => {
  const { db, actor } = context
  if (id === into) throw new Problem('input-invalid', {}, [{ field: 'into', message: 'itself' }])
  // Always the same one first, so that two who merge crosswise wait for each other.
  if (into < id) await lockCase(context, into, 'case.merge', null)
  const row = await stepOfCase(
    context,
    { id, version, set: { due_at: 'infinity' } },
    { kind: 'merge', by: actor.personId, into },
  )
  const target = await lockCase(context, into, 'case.merge', null)
  if (!isCaseOpen(target.state as CaseState)) throw new Problem('state-forbids', { state: target.state })
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
  const content = { caseId: id, number: caseNumber(row.year, row.serial), title: row.title }
  await writeCaseEvent(context, into, { kind: 'merged-in', content })
}
