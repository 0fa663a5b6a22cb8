import { createHash } from 'node:crypto'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { programmeToRevise } from './programme-to-revise.ts'

export type ImportInput = {
  readonly unitId: string
  readonly file?: File | undefined
  readonly text?: string | undefined
  readonly name?: string | undefined
  readonly year?: number | undefined
  readonly revisesProgrammeId?: string | undefined
}

/** Takes a document in. It is kept as it came and read in the background. */
export const importPlan = async (context: Context, input: ImportInput): Promise<{ id: string }> => {
  const { db, actor, clock, ids, jobs, afterwards } = context
  const unit = await unitToPlanFor(context, input.unitId)
  const revised = input.revisesProgrammeId ? await programmeToRevise(context, input.revisesProgrammeId) : null
  const source = await sourceOf(input)
  const sha256 = await keepSource(context, source.bytes)
  const [planId, versionId, now] = [ids.next(), ids.next(), clock.now()]
  await db
    .insertInto('plans')
    .values({
      tenant_id: actor.tenantId,
      id: planId,
      unit_id: revised?.unitId ?? unit.id,
      unit_path: revised?.unitPath ?? unit.path,
      title: source.name,
      status: 'reading',
      revises_programme_id: revised?.id ?? null,
      current_version_id: versionId,
      created_by: actor.personId,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('plan_versions')
    .values({
      tenant_id: actor.tenantId,
      id: versionId,
      plan_id: planId,
      number: revised?.nextNumber ?? 1,
      source_name: source.name,
      source_sha256: sha256,
      year: input.year ?? null,
      created_by: actor.personId,
      created_at: now,
    })
    .execute()
  await record(context, 'plan.import', { kind: 'plan', id: planId, name: source.name, unitPath: unit.path })
  afterwards(() => jobs.send('read-plan', { tenantId: actor.tenantId, subjectId: versionId }))
  return { id: planId }
}

const unitToPlanFor = async ({ db, actor }: Context, unitId: string) => {
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unitId)
    .where('archived_at', 'is', null)
    .select(['id', 'path'])
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  allow(actor, 'plan.import', { tenantId: actor.tenantId, unitPath: unit.path })
  return unit
}

const sourceOf = async ({ file, text, name }: ImportInput): Promise<{ name: string; bytes: Uint8Array }> => {
  if (file) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (bytes.length === 0) throw new Problem('file-empty', { name: file.name })
    return { name: name?.trim() || file.name, bytes }
  }
  if (!text?.trim()) throw new Problem('file-empty', { name: name ?? '' })
  return { name: name?.trim() || '粘贴的文本.txt', bytes: new TextEncoder().encode(text) }
}

const keepSource = async ({ db, actor, clock, files }: Context, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.put(actor.tenantId, sha256, bytes)
  await db
    .insertInto('files')
    .values({
      tenant_id: actor.tenantId,
      sha256,
      bytes: bytes.length,
      media_type: 'application/octet-stream',
      stored_at: clock.now(),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return sha256
}
