import type { Context } from '../context.ts'

type Announced = { readonly sha256: string; readonly bytes: number }

/**
 * A file on record that the actor has sent in full before, and need not send again; null otherwise. What others have sent
 * is no shorter way: whoever knows a hash alone is told nothing, and gets nothing.
 */
export const fileOnRecord = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { sha256, bytes }: Announced,
): Promise<{ readonly mediaType: string } | null> => {
  const row = await db
    .selectFrom('files as f')
    .where('f.tenant_id', '=', actor.tenantId)
    .where('f.sha256', '=', sha256)
    .where('f.bytes', '=', bytes)
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('uploads as u')
            .whereRef('u.tenant_id', '=', 'f.tenant_id')
            .whereRef('u.sha256', '=', 'f.sha256')
            .where('u.person_id', '=', actor.personId)
            .where('u.finished_at', 'is not', null)
            .select('u.id'),
        ),
        exists(
          selectFrom('evidence as e')
            .whereRef('e.tenant_id', '=', 'f.tenant_id')
            .whereRef('e.sha256', '=', 'f.sha256')
            .where('e.added_by', '=', actor.personId)
            .select('e.id'),
        ),
      ]),
    )
    .select('f.media_type')
    .executeTakeFirst()
  return row ? { mediaType: row.media_type } : null
}
