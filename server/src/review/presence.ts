import type { Context } from '../context.ts'

/** Somebody who has asked within this time is still looking. */
const SEEN_MS = 30_000

/** Notes that the actor looks at a review, and answers who else does. */
export const notePresence = async ({ db, actor, clock }: Context, planId: string) => {
  const now = clock.now()
  const row = { tenant_id: actor.tenantId, plan_id: planId, person_id: actor.personId, seen_at: now }
  await db
    .insertInto('review_presence')
    .values(row)
    .onConflict(conflict => conflict.columns(['tenant_id', 'plan_id', 'person_id']).doUpdateSet({ seen_at: now }))
    .execute()
  return db
    .selectFrom('review_presence')
    .innerJoin('people', join =>
      join
        .onRef('people.tenant_id', '=', 'review_presence.tenant_id')
        .onRef('people.id', '=', 'review_presence.person_id'),
    )
    .where('review_presence.tenant_id', '=', actor.tenantId)
    .where('plan_id', '=', planId)
    .where('person_id', '<>', actor.personId)
    .where('seen_at', '>', new Date(now.getTime() - SEEN_MS))
    .orderBy('people.name')
    .select(['people.id', 'people.name'])
    .execute()
}

export const leaveReview = async ({ db, actor }: Context, planId: string): Promise<{ ok: true }> => {
  await db
    .deleteFrom('review_presence')
    .where('tenant_id', '=', actor.tenantId)
    .where('plan_id', '=', planId)
    .where('person_id', '=', actor.personId)
    .execute()
  return { ok: true }
}
