import type { Evidence } from '@luoshi/contract/evidence'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { photoArrived } from './await-photos.ts'
import { evidenceDigest } from './evidence-digest.ts'
import { type EvidenceRow, evidenceRows, evidenceShown } from './evidence-rows.ts'
import { type EvidenceSubject, linkEvidence } from './link-evidence.ts'
import { allowSeeing } from './see-evidence.ts'
import { settleUpload } from './settle-upload.ts'
import { isPhoto } from './sniff.ts'
import { allowServing } from './subject-of-evidence.ts'

export type FileEvidence = {
  readonly id: string
  readonly unitId: string
  readonly uploadId: string | null
  readonly text: string | null
  readonly name: string
  readonly takenAt: string | null
  readonly validUntil?: string | null
  readonly serves: readonly EvidenceSubject[]
}

/** Files an upload or a text as evidence of one or more things. Sent twice, it is filed once. */
export const fileEvidence = async (context: Context, input: FileEvidence): Promise<Evidence> => {
  const { db, actor, clock } = context
  const unitPath = await unitFor(context, input.unitId)
  const settled = input.uploadId === null ? null : await settleUpload(context, input.uploadId)
  if (settled === null && !input.text) throw new Problem('evidence-required')
  await db
    .insertInto('evidence')
    .values({
      tenant_id: actor.tenantId,
      id: input.id,
      unit_id: input.unitId,
      unit_path: unitPath,
      kind: settled === null ? 'text' : isPhoto(settled.mediaType) ? 'photo' : 'file',
      name: input.name || settled?.name || (input.text ?? '').slice(0, 40),
      sha256: settled?.sha256 ?? null,
      text: input.text,
      taken_at: input.takenAt,
      valid_until: input.validUntil ?? null,
      added_by: actor.personId,
      added_at: clock.now(),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
  for (const subject of input.serves) await serveSubject(context, input.id, subject)
  await photoArrived(context, input.id)
  const row = await rowOf(context, input.id)
  // Sealed with the entry: what is not as it was filed, or serves no longer what it was filed for, is found by it.
  const sealed = { digest: evidenceDigest(row), ...(row.sha256 && { sha256: row.sha256 }) }
  const content = { serves: input.serves.length, for: input.serves, ...sealed }
  await record(context, 'evidence.add', { kind: 'evidence', id: input.id, unitPath }, content)
  return evidenceShown(row, context)
}

/** Lets evidence on file serve one more thing. */
export const serveAlso = async (context: Context, id: string, subject: EvidenceSubject): Promise<Evidence> => {
  await serveSubject(context, id, subject)
  await record(context, 'evidence.add', { kind: 'evidence', id }, { subject: subject.id, for: [subject] })
  return evidenceShown(await rowOf(context, id), context)
}

/** Showing something for a thing is part of doing it. */
const serveSubject = async (context: Context, evidenceId: string, subject: EvidenceSubject): Promise<void> => {
  await allowServing(context, subject)
  await linkEvidence(context, [evidenceId], subject)
}

const unitFor = async ({ db, actor }: Context, unitId: string): Promise<string> => {
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unitId)
    .select('path')
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  allow(actor, 'evidence.add', { tenantId: actor.tenantId, unitPath: unit.path })
  return unit.path
}

const rowOf = async (context: Context, id: string): Promise<EvidenceRow> => {
  const row = await evidenceRows(context).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'evidence' })
  allowSeeing(context.actor, row)
  return row
}
