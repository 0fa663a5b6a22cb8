import type { Criterion, StandardDetail } from '@luoshi/contract/standards'
import { can } from '@luoshi/rules/permissions'
import { type Selectable, sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { CriteriaTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'
import { readStandards } from './standard-rows.ts'
import { standardSubject } from './standard-subject.ts'

/** One standard at the version asked for; else at its draft, for who may write it, else at the last published. */
export const getStandard = async (
  context: Context,
  { id, number }: { readonly id: string; readonly number?: number | undefined },
): Promise<StandardDetail> => {
  const { db, actor } = context
  const kept = await db
    .selectFrom('standards')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['tenant_id', 'unit_path'])
    .executeTakeFirst()
  if (kept === undefined) throw new Problem('not-found', { noun: 'standard' })
  const subject = standardSubject(actor, kept)
  allow(actor, 'standard.read', subject)
  const versions = await versionsOf(context, id, can(actor, 'standard.manage', subject))
  const shown = number === undefined ? versions[0] : versions.find(one => one.number === number)
  if (shown === undefined) throw new Problem('not-found', { noun: 'standard' })
  const [row] = await readStandards(context, { where: sql`s.id = ${id}` })
  if (row === undefined) throw new Problem('not-found', { noun: 'standard' })
  return { ...row, versions, shown, content: await contentOf(context, shown.id) }
}

/** Newest first. */
const versionsOf = async ({ db, actor }: Context, standardId: string, withDraft: boolean) => {
  const rows = await db
    .selectFrom('standard_versions as v')
    .leftJoin('people as p', join => join.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.id', '=', 'v.published_by'))
    .where('v.tenant_id', '=', actor.tenantId)
    .where('v.standard_id', '=', standardId)
    .$if(!withDraft, query => query.where('v.state', '=', 'published'))
    .orderBy('v.number', 'desc')
    .select(['v.id', 'v.number', 'v.state', 'v.note', 'v.published_by', 'v.published_at', 'p.name'])
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    state: row.state as 'draft' | 'published', // checked by the table
    note: row.note,
    publishedBy: row.published_by === null ? null : { id: row.published_by, name: row.name ?? '' },
    publishedAt: row.published_at?.toISOString() ?? null,
  }))
}

export const contentOf = async (
  { db, actor }: Pick<Context, 'db'> & { readonly actor: { readonly tenantId: string } },
  versionId: string,
): Promise<StandardDetail['content']> => {
  const rows = await db
    .selectFrom('criteria')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', versionId)
    .orderBy('ordinal')
    .selectAll()
    .execute()
  return rows.map(row => ({ ...criterionOf(row), sentence: row.sentence }))
}

/** As the contract knows it. What is kept as JSON was checked by the contract when it was written. */
export const criterionOf = (row: Selectable<CriteriaTable>): Criterion => ({
  id: row.id,
  section: row.section,
  text: row.text,
  weight: row.weight,
  critical: row.critical,
  grades: row.grades as Criterion['grades'],
  exceptions: row.exceptions,
  evidence: row.evidence as Criterion['evidence'],
  photo: row.photo as Criterion['photo'],
  lookWhere: row.look_where,
  lookHow: row.look_how,
  categoryId: row.category_id,
})
