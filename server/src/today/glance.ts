import type { Today } from '@luoshi/contract/today'
import { scopeOf } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { countdownsOf } from '../programmes/countdowns.ts'

const SHOWN = 20

/** Plans that wait for the actor's review, with how many items wait in each: the newest, and how many in all. */
export const plansToReview = async ({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<{ readonly lines: Today['plans']; readonly total: number }> => {
  const scope = scopeOf(actor, 'plan.review')
  if (scope.length === 0) return { lines: [], total: 0 }
  const { rows } = await sql<Today['plans'][number] & { readonly total: number }>`
    select count(*) over () as total, p.id, p.title, (select count(*) from plan_items i where i.tenant_id = p.tenant_id
      and i.version_id = p.current_version_id and i.state = 'proposed') as waiting
    from plans p where p.tenant_id = ${actor.tenantId} and p.status = 'review' and p.unit_path <@ any(${pathArray(scope)})
    order by p.created_at desc, p.id desc limit ${SHOWN}`.execute(db)
  return { lines: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 }
}

/** What running programmes within reach count down to, the nearest first. */
export const countdownsWithin = async (
  context: Pick<Context, 'db' | 'actor' | 'clock'>,
): Promise<Today['countdowns']> => {
  const { db, actor } = context
  const scope = pathArray(scopeOf(actor, 'programme.read'))
  const programmes = await db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('status', '=', 'running')
    .where(sql<boolean>`(unit_path <@ any(${scope}) or involved_paths <@ any(${scope}))`)
    .orderBy('published_at', 'desc')
    .limit(SHOWN)
    .select(['id', 'title'])
    .execute()
  const countdowns = await countdownsOf(
    context,
    programmes.map(({ id }) => id),
  )
  return programmes
    .flatMap(({ id, title }) => {
      const countdown = countdowns.get(id)
      return countdown ? { programmeId: id, title, ...countdown } : []
    })
    .sort((one, other) => one.days - other.days)
}
