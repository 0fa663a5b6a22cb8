import type { Context } from '../context.ts'

export type Sentence = {
  readonly planId: string
  readonly span: { readonly start: number; readonly end: number } | null
  readonly text: string | null
}

/** The words of the plan an item was read from. */
export const sentenceOf = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, itemId: string): Promise<Sentence> => {
  const { plan_id, text, span_start, span_end } = await db
    .selectFrom('plan_items as i')
    .innerJoin('plan_versions as v', join =>
      join.onRef('v.tenant_id', '=', 'i.tenant_id').onRef('v.id', '=', 'i.version_id'),
    )
    .where('i.tenant_id', '=', actor.tenantId)
    .where('i.id', '=', itemId)
    .select(['v.plan_id', 'v.text', 'i.span_start', 'i.span_end'])
    .executeTakeFirstOrThrow()
  if (span_start === null || span_end === null) return { planId: plan_id, span: null, text: null }
  // Offsets count UTF-16 units, as JavaScript does and PostgreSQL does not.
  return { planId: plan_id, span: { start: span_start, end: span_end }, text: text.slice(span_start, span_end) }
}
