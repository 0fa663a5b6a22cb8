import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

export type EvidenceSubject = {
  readonly kind: 'assignment' | 'occurrence' | 'visit' | 'observation' | 'case' | 'criterion'
  readonly id: string
  readonly part?: string | undefined
}

/** Lets evidence on file serve a thing. Only what the actor may read can be shown; linked twice it is linked once. */
export const linkEvidence = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  evidenceIds: readonly string[],
  subject: EvidenceSubject,
): Promise<void> => {
  const ids = [...new Set(evidenceIds)]
  if (ids.length === 0) return
  const found = await db
    .selectFrom('evidence')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .select(['id', 'unit_path'])
    .execute()
  if (found.length < ids.length) throw new Problem('not-found', { noun: 'evidence' })
  for (const { unit_path } of found) allow(actor, 'evidence.read', { tenantId: actor.tenantId, unitPath: unit_path })
  await db
    .insertInto('evidence_serves')
    .values(
      ids.map(id => ({
        tenant_id: actor.tenantId,
        evidence_id: id,
        subject_kind: subject.kind,
        subject_id: subject.id,
        part: subject.part ?? '',
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Whether anything at all shows it. */
export const hasEvidence = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  subject: EvidenceSubject,
): Promise<boolean> => {
  const row = await db
    .selectFrom('evidence_serves')
    .where('tenant_id', '=', actor.tenantId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .select('evidence_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
