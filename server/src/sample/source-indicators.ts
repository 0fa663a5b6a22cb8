import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { sourceIndicator } from '../indicators/source-indicator.ts'

/** Which indicators the office has read from the record: one from what inspections saw, one from cases closed. */
export const sourceIndicators = async (context: Context): Promise<void> => {
  const usual = { pointType: null, criterionId: null, categoryId: null }
  for (const { id, criterionId, categoryId } of await sourced(context))
    await sourceIndicator(context, {
      id,
      source:
        criterionId === null
          ? { ...usual, measure: 'closed', categoryId, windowDays: 60 }
          : { ...usual, measure: 'conforming', pointType: '居民小区', criterionId, windowDays: 30 },
    })
}

type Sourced = { readonly id: string; readonly criterionId: string | null; readonly categoryId: string | null }

const sourced = async ({ db, actor }: Context): Promise<readonly Sourced[]> => {
  const { rows } = await sql<Sourced>`
    select i.id, c.id as "criterionId", k.id as "categoryId" from indicators i
    left join standards s on s.tenant_id = i.tenant_id and s.point_type = '居民小区' and i.subject like '%照明%'
    left join criteria c on c.tenant_id = s.tenant_id and c.version_id = s.current_version_id and c.text like '%灯亮%'
    left join case_categories k on k.tenant_id = i.tenant_id and k.code = 'E04' and i.subject like '%飞线%'
    where i.tenant_id = ${actor.tenantId} and i.unit = '%' and (c.id is not null or k.id is not null)`.execute(db)
  return rows
}
