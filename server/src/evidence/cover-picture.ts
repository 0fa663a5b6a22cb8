import { createHash } from 'node:crypto'
import type { Covered } from '@luoshi/contract/evidence'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type Area, coveredCopy } from './covered-copy.ts'

/** Makes the copy of a picture that may be shown to everybody. The picture itself stays as it was filed. */
export const coverPicture = async (context: Context, id: string, areas: readonly Area[]): Promise<Covered> => {
  const { db, actor, files, clock } = context
  const picture = await pictureOf(context, id)
  allow(actor, 'evidence.add', { tenantId: actor.tenantId, unitPath: picture.unit_path })
  const bytes = await coveredCopy(await files.bytes(actor.tenantId, picture.sha256), areas)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.put(actor.tenantId, sha256, bytes)
  await db
    .insertInto('files')
    .values({
      tenant_id: actor.tenantId,
      sha256,
      bytes: bytes.length,
      media_type: 'image/jpeg',
      stored_at: clock.now(),
      // It is like its own picture, which is nothing to ask about.
      looked_at: clock.now(),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const columns = {
    areas: JSON.stringify(areas),
    sha256,
    covered_by: actor.personId,
    covered_at: clock.now(),
  }
  await db
    .insertInto('covered_pictures')
    .values({ tenant_id: actor.tenantId, evidence_id: id, ...columns })
    .onConflict(conflict => conflict.columns(['tenant_id', 'evidence_id']).doUpdateSet(columns))
    .execute()
  const subject = { kind: 'evidence', id, unitPath: picture.unit_path }
  await record(context, 'evidence.add', subject, { what: 'covered', areas: areas.length, copy: sha256 })
  const covered = await coveredOf(context, id)
  if (covered === null) throw new Error('It was covered just now')
  return covered
}

/** What is covered of a picture; null where nobody has looked at it for that yet, and it may not be public. */
export const coveredOf = async (context: Context, id: string): Promise<Covered | null> => {
  const { db, actor } = context
  await pictureOf(context, id)
  const row = await db
    .selectFrom('covered_pictures as c')
    .innerJoin('people as p', join => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.covered_by'))
    .where('c.tenant_id', '=', actor.tenantId)
    .where('c.evidence_id', '=', id)
    .select(['c.areas', 'c.covered_by', 'c.covered_at', 'p.name'])
    .executeTakeFirst()
  if (!row) return null
  return {
    areas: row.areas as Covered['areas'], // written by coverPicture alone
    url: `/api/v1/evidence/${id}/covered.jpg`,
    coveredBy: { id: row.covered_by, name: row.name },
    coveredAt: row.covered_at.toISOString(),
  }
}

/** The bytes' name of the copy, for whoever may see the picture. */
export const coveredFile = async (context: Context, id: string): Promise<string> => {
  const { db, actor } = context
  await pictureOf(context, id)
  const row = await db
    .selectFrom('covered_pictures')
    .where('tenant_id', '=', actor.tenantId)
    .where('evidence_id', '=', id)
    .select('sha256')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'evidence' })
  return row.sha256
}

const pictureOf = async ({ db, actor }: Context, id: string) => {
  const row = await db
    .selectFrom('evidence')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['unit_path', 'sha256', 'kind'])
    .executeTakeFirst()
  if (!row || row.sha256 === null || row.kind !== 'photo') throw new Problem('not-found', { noun: 'evidence' })
  allow(actor, 'evidence.read', { tenantId: actor.tenantId, unitPath: row.unit_path })
  return { unit_path: row.unit_path, sha256: row.sha256 }
}
