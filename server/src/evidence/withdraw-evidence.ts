import { sql } from 'kysely'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { evidenceRows } from './evidence-rows.ts'

/**
 * Takes evidence off everything it served: it was filed wrongly, or tells what is nobody's business. Who filed it may while
 * nothing that was decided rests on it; the office above always. The row and the file stay, sealed, and nobody is shown them.
 */
export const withdrawEvidence = async (
  context: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
) => {
  const { db, actor, clock } = context
  const row = await evidenceRows(context).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'evidence' })
  const filedByActor = row.added_by === actor.personId
  if (!filedByActor) allow(actor, 'evidence.withdraw', { tenantId: row.tenant_id, unitPath: row.unit_path })
  else if (await isReliedOn(context, id)) throw new Problem('evidence-relied-on')
  const from = await db
    .deleteFrom('evidence_serves')
    .where('tenant_id', '=', actor.tenantId)
    .where('evidence_id', '=', id)
    .returning(['subject_kind as kind', 'subject_id as id'])
    .execute()
  await db.deleteFrom('photos_awaited').where('tenant_id', '=', actor.tenantId).where('evidence_id', '=', id).execute()
  await db
    .updateTable('evidence')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ withdrawn_at: clock.now(), withdrawn_by: actor.personId, withdrawn_why: reason })
    .execute()
  await record(context, 'evidence.withdraw', { kind: 'evidence', id, unitPath: row.unit_path }, { reason, from })
  return { id }
}

/** Somebody else has decided by what it shows: confirmed the work, closed the case; or it is part of a visit that is over. */
const isReliedOn = async ({ db, actor }: Context, id: string): Promise<boolean> => {
  const { rows } = await sql<{ relied: boolean }>`select exists (
    select from evidence_serves s
    left join assignments a on a.tenant_id = s.tenant_id and a.id = s.subject_id and s.subject_kind = 'assignment'
    left join cases c on c.tenant_id = s.tenant_id and c.id = s.subject_id and s.subject_kind = 'case'
    left join observations o on o.tenant_id = s.tenant_id and o.id = s.subject_id and s.subject_kind = 'observation'
    left join visits v on v.tenant_id = s.tenant_id and v.id = coalesce(o.visit_id, s.subject_id)
    where s.tenant_id = ${actor.tenantId} and s.evidence_id = ${id}
      and (a.state = 'confirmed' or c.state in ('rechecked', 'closed') or v.finished_at is not null)) as relied`.execute(
    db,
  )
  return rows[0]?.relied ?? false
}
