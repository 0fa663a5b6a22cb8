import { sql } from 'kysely'
import { type RecordContext, record } from '../audit/record.ts'
import type { Context } from '../context.ts'

export type PhotoShown = {
  readonly evidenceId: string
  readonly subject: { readonly kind: 'occurrence' | 'observation' | 'case'; readonly id: string }
  /** Whose photo it is to be: the unit that answers for the place. Null: whoever files it keeps it. */
  readonly unitId: string | null
}

type Here = Pick<Context, 'db' | 'actor'>

/**
 * Lets photos of the actor's show things, whether they have arrived or not: one that comes later is linked when it is filed.
 * The caller has asked whether the actor may show anything for the things.
 */
export const awaitPhotos = async (context: Here, photos: readonly PhotoShown[]): Promise<void> => {
  if (photos.length === 0) return
  const { db, actor } = context
  await holdPhotos(
    context,
    photos.map(({ evidenceId }) => evidenceId),
  )
  await db
    .insertInto('photos_awaited')
    .values(
      photos.map(({ evidenceId, subject, unitId }) => ({
        tenant_id: actor.tenantId,
        evidence_id: evidenceId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        person_id: actor.personId,
        unit_id: unitId,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await linkArrived(
    context,
    photos.map(({ evidenceId }) => evidenceId),
  )
}

/** A photo of the actor's has arrived: it shows what it was awaited for. */
export const photoArrived = async (context: Here, evidenceId: string): Promise<void> => {
  await holdPhotos(context, [evidenceId])
  await linkArrived(context, [evidenceId])
}

/** Photos that were taken back show a thing no longer; they stay on file, and the record tells who took them back. */
export const dropPhotos = async (
  context: Here & RecordContext,
  { id, kind }: PhotoShown['subject'],
  evidenceIds: readonly string[],
): Promise<void> => {
  if (evidenceIds.length === 0) return
  const { db, actor } = context
  const from = (table: 'evidence_serves' | 'photos_awaited') =>
    db
      .deleteFrom(table)
      .where('tenant_id', '=', actor.tenantId)
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', id)
      .where('evidence_id', 'in', evidenceIds)
      .returning('evidence_id')
  await from('photos_awaited').execute()
  for (const { evidence_id } of await from('evidence_serves').execute())
    await record(context, 'evidence.withdraw', { kind: 'evidence', id: evidence_id }, { from: [{ kind, id }] })
}

/** Photos of these observations become the units' that answer for them: until then they were their taker's office's alone. */
export const handOverPhotos = async (
  { db, actor }: Here,
  observations: readonly { readonly id: string; readonly unit_id: string }[],
): Promise<void> => {
  const seen = sql`unnest(${observations.map(({ id }) => id)}::uuid[], ${observations.map(({ unit_id }) => unit_id)}::uuid[])
    as o (id, unit_id)`
  await sql`update evidence e set unit_id = u.id, unit_path = u.path from ${seen}, units u, evidence_serves s
    where u.tenant_id = ${actor.tenantId} and u.id = o.unit_id and s.tenant_id = u.tenant_id and s.subject_kind = 'observation'
      and s.subject_id = o.id and e.tenant_id = s.tenant_id and e.id = s.evidence_id`.execute(db)
  await sql`update photos_awaited a set unit_id = o.unit_id from ${seen}
    where a.tenant_id = ${actor.tenantId} and a.subject_kind = 'observation' and a.subject_id = o.id`.execute(db)
}

/** A photo and the words about it may arrive in the same moment: one waits for the other. */
const holdPhotos = async ({ db, actor }: Here, evidenceIds: readonly string[]): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('photo ' || ${actor.tenantId} || id, 0))
    from unnest(${[...new Set(evidenceIds)].sort()}::text[]) id`.execute(db)
}

/** What shows something already stays whose it is: a paper on file goes over to nobody by being shown once more. */
const linkArrived = async ({ db, actor }: Here, evidenceIds: readonly string[]): Promise<void> => {
  await sql`
    with arrived as (
      delete from photos_awaited a using evidence e
      where a.tenant_id = ${actor.tenantId} and a.evidence_id = any(${evidenceIds}::uuid[])
        and e.tenant_id = a.tenant_id and e.id = a.evidence_id and e.added_by = a.person_id
      returning a.tenant_id, a.evidence_id, a.subject_kind, a.subject_id, a.unit_id
    ), owned as (
      update evidence e set unit_id = u.id, unit_path = u.path from arrived a, units u
      where u.tenant_id = a.tenant_id and u.id = a.unit_id and e.tenant_id = a.tenant_id and e.id = a.evidence_id
        and not exists (select from evidence_serves s where s.tenant_id = e.tenant_id and s.evidence_id = e.id)
    )
    insert into evidence_serves (tenant_id, evidence_id, subject_kind, subject_id)
    select tenant_id, evidence_id, subject_kind, subject_id from arrived on conflict do nothing`.execute(db)
}
