import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { fileOnRecord } from './file-on-record.ts'
import { isPhoto, sniffMediaType } from './sniff.ts'
import { findUpload } from './start-upload.ts'

export type Settled = { readonly sha256: string; readonly mediaType: string; readonly name: string }

/** Makes a finished upload a file, once its bytes are those that were announced. */
export const settleUpload = async (context: Context, uploadId: string): Promise<Settled> => {
  const { db, actor, files, clock, jobs, afterwards } = context
  const { tenantId } = actor
  const { sha256, name, bytes } = await findUpload(context, uploadId)
  const known = await fileOnRecord(context, { sha256, bytes })
  if (known) return { sha256, name, mediaType: known.mediaType }

  const received = await files.received(tenantId, uploadId)
  if (received === 0 && !(await wasCutOff(context, sha256))) throw new Problem('upload-out-of-step', { received })
  if (received > 0) {
    if (received !== bytes) throw new Problem('upload-out-of-step', { received })
    if ((await files.settle(tenantId, uploadId, sha256)) !== sha256) throw new Problem('upload-damaged', { name })
  }
  const mediaType = sniffMediaType(await firstBytes(context, sha256))
  await db
    .insertInto('files')
    .values({ tenant_id: tenantId, sha256, bytes, media_type: mediaType, stored_at: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  if (isPhoto(mediaType)) afterwards(() => jobs.send('look-at-pictures', { tenantId }))
  await db
    .updateTable('uploads')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', uploadId)
    .set({ received: bytes, finished_at: clock.now() })
    .execute()
  return { sha256, name, mediaType }
}

/** Bytes in their place that no row tells of: a transaction was cut off after they were put there. */
const wasCutOff = async ({ db, files, actor }: Context, sha256: string): Promise<boolean> => {
  const row = await db
    .selectFrom('files')
    .where('tenant_id', '=', actor.tenantId)
    .where('sha256', '=', sha256)
    .select('sha256')
    .executeTakeFirst()
  if (row) return false
  try {
    ;(await files.read(actor.tenantId, sha256)).destroy()
    return true
  } catch {
    return false
  }
}

const firstBytes = async ({ files, actor }: Context, sha256: string): Promise<Uint8Array> => {
  for await (const chunk of await files.read(actor.tenantId, sha256)) return Buffer.from(chunk)
  return new Uint8Array()
}
