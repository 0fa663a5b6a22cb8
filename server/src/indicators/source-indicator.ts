import type { Indicator, IndicatorSource } from '@luoshi/contract/indicators'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme, programmeSubject } from '../programmes/find-programme.ts'
import { indicatorsOf } from './queries.ts'

/** Has an indicator read from the record from now on, or by hand again. What was read by hand stays. */
export const sourceIndicator = async (
  context: Context,
  { id, source }: { readonly id: string; readonly source: IndicatorSource | null },
): Promise<Indicator> => {
  const { db, actor } = context
  const row = await db
    .selectFrom('indicators')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .select(['programme_id', 'subject', 'unit'])
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'indicator' })
  const programme = await findProgramme(context, row.programme_id, 'indicator.read')
  allow(actor, 'indicator.manage', programmeSubject(programme))
  if (source !== null && row.unit !== '%')
    throw new Problem('input-invalid', {}, [{ field: 'source', message: 'share-only' }])
  await db
    .deleteFrom('indicator_sources')
    .where('tenant_id', '=', actor.tenantId)
    .where('indicator_id', '=', id)
    .execute()
  if (source !== null)
    await db
      .insertInto('indicator_sources')
      .values({
        tenant_id: actor.tenantId,
        indicator_id: id,
        measure: source.measure,
        point_type: source.pointType,
        criterion_id: source.criterionId,
        category_id: source.categoryId,
        window_days: source.windowDays,
      })
      .execute()
  const subject = { kind: 'indicator', id, name: row.subject, unitPath: programme.unit_path }
  await record(context, 'indicator.manage', subject, { source: source?.measure ?? null })
  const [indicator] = await indicatorsOf(context, programme, id)
  if (!indicator) throw new Error('An indicator that was just given a source is gone.')
  return indicator
}
