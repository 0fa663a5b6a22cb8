import type { Criterion } from '@luoshi/contract/standards'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { Problem } from '../problem.ts'

/** Where a criterion was read from; kept beside it whatever its words become. */
export type Origin = { readonly itemId: string | null; readonly sentence: string | null }

type Writing = {
  readonly standardId: string
  readonly versionId: string
  readonly content: readonly Criterion[]
  /** Of criteria that were there before, or were just read from a plan. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** Writes the criteria of a draft in their order, in place of those it had. */
export const writeContent = async (
  context: Context,
  { standardId, versionId, content, origins }: Writing,
): Promise<void> => {
  const { db, actor } = context
  await refuseForeign(context, standardId, content)
  await db.deleteFrom('criteria').where('tenant_id', '=', actor.tenantId).where('version_id', '=', versionId).execute()
  const rows = content.map((one, ordinal) => ({
    tenant_id: actor.tenantId,
    version_id: versionId,
    id: one.id,
    ordinal,
    section: one.section,
    text: one.text,
    weight: one.weight,
    critical: one.critical,
    grades: JSON.stringify(one.grades),
    exceptions: one.exceptions,
    evidence: JSON.stringify(one.evidence),
    photo: one.photo,
    look_where: one.lookWhere,
    look_how: one.lookHow,
    category_id: one.categoryId,
    item_id: origins.get(one.id)?.itemId ?? null,
    sentence: origins.get(one.id)?.sentence ?? null,
  }))
  await inChunks(rows, chunk => db.insertInto('criteria').values(chunk).execute())
}

/** Ids of criteria belong to one standard for good, and categories are the tenant's own. */
const refuseForeign = async (
  { db, actor }: Context,
  standardId: string,
  content: readonly Criterion[],
): Promise<void> => {
  const ids = content.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Problem('input-invalid', {}, [{ field: 'content', message: 'unique' }])
  const { rows: foreign } = await sql`
    select c.id from criteria c
    join standard_versions v on v.tenant_id = c.tenant_id and v.id = c.version_id
    where c.tenant_id = ${actor.tenantId} and c.id = any(${ids}::uuid[]) and v.standard_id <> ${standardId} limit 1`.execute(
    db,
  )
  if (foreign.length > 0) throw new Problem('not-found', { noun: 'criterion' })
  const categories = [...new Set(content.flatMap(({ categoryId }) => categoryId ?? []))]
  if (categories.length === 0) return
  const known = await db
    .selectFrom('case_categories')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', categories)
    .select('id')
    .execute()
  if (known.length < categories.length) throw new Problem('not-found', { noun: 'category' })
}
