import type { Criterion } from '@luoshi/contract/standards'
import { localDate } from '@luoshi/rules/local-time'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import { contentOf } from './get-standard.ts'

/** What anybody may read of a standard: nothing else of the tenant is looked up for it. */
export type PublicStandard = {
  readonly title: string
  readonly pointType: string
  readonly unit: string
  readonly number: number
  readonly publishedOn: string
  readonly note: string | null
  readonly content: readonly Omit<Criterion, 'id' | 'categoryId'>[]
}

/** The published version of a standard that is on the public page; null for every other. */
export const publicStandard = async (house: House, id: string): Promise<PublicStandard | null> => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const { rows } = await sql<{ tenant_id: string; version_id: string }>`
    select tenant_id, version_id from public_standard(${id})`.execute(house.db)
  const [found] = rows
  if (found === undefined) return null
  const { tenant_id: tenantId, version_id: versionId } = found
  return inTenant(house.db, tenantId, async db => {
    const row = await db
      .selectFrom('standards as s')
      .innerJoin('standard_versions as v', join =>
        join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.standard_id', '=', 's.id'),
      )
      .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 's.tenant_id').onRef('u.id', '=', 's.unit_id'))
      .where('s.tenant_id', '=', tenantId)
      .where('v.id', '=', versionId)
      .select(['s.title', 's.point_type', 'u.name as unit', 'v.number', 'v.published_at', 'v.note'])
      .executeTakeFirstOrThrow()
    const content = await contentOf({ db, actor: { tenantId } }, versionId)
    return {
      ...{ title: row.title, pointType: row.point_type, unit: row.unit, number: row.number, note: row.note },
      publishedOn: row.published_at === null ? '' : localDate(row.published_at),
      content: content.map(({ id: _id, categoryId: _category, sentence: _sentence, ...told }) => told),
    }
  })
}
