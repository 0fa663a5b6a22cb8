import { scopeOf } from '@luoshi/rules/permissions'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { fileOnRecord } from './file-on-record.ts'

export type StartUpload = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly mediaType: string
  readonly sha256: string
}

/** Announces a file. What its sender has on file already need not be sent again; what was cut off is taken up where it broke off. */
export const startUpload = async (context: Context, input: StartUpload) => {
  const { db, actor, files, clock } = context
  if (scopeOf(actor, 'evidence.add').length === 0) throw new Problem('not-allowed', { action: 'evidence.add' })
  await db
    .insertInto('uploads')
    .values({
      tenant_id: actor.tenantId,
      id: input.id,
      person_id: actor.personId,
      name: input.name,
      media_type: input.mediaType,
      bytes: input.bytes,
      sha256: input.sha256,
      started_at: clock.now(),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
  const upload = await findUpload(context, input.id)
  if (upload.sha256 !== input.sha256 || upload.bytes !== input.bytes)
    throw new Problem('already-exists', { name: input.name })
  const already = (await fileOnRecord(context, input)) !== null
  const received = already ? input.bytes : await files.received(actor.tenantId, input.id)
  return { id: input.id, received, already }
}

/** An upload is its starter's alone. */
export const findUpload = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string) => {
  const upload = await db
    .selectFrom('uploads')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .selectAll()
    .executeTakeFirst()
  if (!upload) throw new Problem('not-found', { noun: 'upload' })
  return upload
}
