import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { readyCategories } from './ready-categories.ts'

/** Gives a county the ready list of categories; what it has already stays as it is. */
export const furnishCategories = async (
  { db, ids }: Pick<Context, 'ids'> & { readonly db: Pick<Db, 'insertInto'> },
  tenantId: string,
): Promise<void> => {
  await db
    .insertInto('case_categories')
    .values(
      readyCategories.map(({ limit: [limit_amount, limit_unit], closes, levelDays, ...category }) => ({
        ...category,
        tenant_id: tenantId,
        id: ids.next(),
        limit_amount,
        limit_unit,
        closing_condition: closes,
        level_days: levelDays ?? 7,
      })),
    )
    .onConflict(conflict => conflict.columns(['tenant_id', 'code']).doNothing())
    .execute()
}
