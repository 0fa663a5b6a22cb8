import type { House } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import type { Job } from '../jobs/jobs.ts'
import { likenessOf } from './likeness.ts'
import { isPhoto } from './sniff.ts'

const PIECE = 50

/** Job `look-at-pictures`: works out the likeness of every picture nobody looked at yet. One that cannot be read is not looked at again. */
export const lookAtPictures = async (house: House, { tenantId }: Job): Promise<void> => {
  for (let looked = PIECE; looked === PIECE; ) looked = await lookAtPiece(house, tenantId)
}

const lookAtPiece = async ({ db, files, clock }: House, tenantId: string): Promise<number> => {
  const waiting = await inTenant(db, tenantId, one =>
    one
      .selectFrom('files')
      .where('tenant_id', '=', tenantId)
      .where('looked_at', 'is', null)
      .orderBy('sha256')
      .limit(PIECE)
      .select(['sha256', 'media_type'])
      .execute(),
  )
  // Outside any transaction: it takes its time.
  const seen: { readonly sha256: string; readonly likeness: string | null }[] = []
  for (const { sha256, media_type } of waiting)
    seen.push({ sha256, likeness: isPhoto(media_type) ? await likenessOrNull(files, tenantId, sha256) : null })
  await inTenant(db, tenantId, async one => {
    for (const { sha256, likeness } of seen) {
      await one
        .updateTable('files')
        .where('tenant_id', '=', tenantId)
        .where('sha256', '=', sha256)
        .set({ likeness, looked_at: clock.now() })
        .execute()
      if (likeness !== null)
        await one
          .insertInto('likeness_quarters')
          .values(
            quartersOf(likeness).map((bits, index) => ({ tenant_id: tenantId, quarter: index + 1, bits, sha256 })),
          )
          .onConflict(conflict => conflict.doNothing())
          .execute()
    }
  })
  return waiting.length
}

const likenessOrNull = async (files: House['files'], tenantId: string, sha256: string): Promise<string | null> => {
  try {
    return await likenessOf(await files.bytes(tenantId, sha256))
  } catch {
    return null
  }
}

export const quartersOf = (likeness: string): readonly string[] =>
  [0, 4, 8, 12].map(start => likeness.slice(start, start + 4))
