import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { furnishCategories } from './furnish-categories.ts'
import { otherCategory } from './ready-categories.ts'

/** The category asked for, or the one for what has none; a county that has no list yet is given the ready one. */
export const categoryFor = async (context: Context, id: string | null) => {
  const { db, actor } = context
  const find = () =>
    db
      .selectFrom('case_categories')
      .where('tenant_id', '=', actor.tenantId)
      .$if(id !== null, query => query.where('id', '=', id ?? ''))
      .$if(id === null, query => query.where('code', '=', otherCategory))
      .selectAll()
      .executeTakeFirst()
  const found = await find()
  if (found) return found
  if (id === null) await furnishCategories(context, actor.tenantId)
  const furnished = await find()
  if (!furnished) throw new Problem('not-found', { noun: 'category' })
  return furnished
}
