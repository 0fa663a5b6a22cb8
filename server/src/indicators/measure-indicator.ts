import type { Indicator } from '@luoshi/contract/indicators'
import { localDate } from '@luoshi/rules/local-time'
import { can } from '@luoshi/rules/permissions'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { indicatorsOf } from './queries.ts'

export type Measure = {
  readonly id: string
  readonly measurementId?: string | undefined
  readonly on: string
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
  readonly unitId: string | null
  readonly note: string | null
}

/** Records a reading: of the whole programme by its office, or of a unit by that unit or an office above it. */
export const measureIndicator = async (context: Context, input: Measure): Promise<Indicator> => {
  const { db, actor, ids, clock } = context
  const row = await db
    .selectFrom('indicators')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', input.id)
    .where('withdrawn_at', 'is', null)
    .select(['programme_id', 'subject'])
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'indicator' })
  const programme = await findProgramme(context, row.programme_id, 'indicator.read')
  const unitPath = input.unitId === null ? programme.unit_path : await pathOfUnit(context, input.unitId)
  if (!can(actor, 'indicator.measure', { tenantId: actor.tenantId, unitPath })) {
    if (input.unitId !== null) allow(actor, 'unit.read', { tenantId: actor.tenantId, unitPath })
    throw new Problem('not-allowed', { action: 'indicator.measure' })
  }
  mustMakeSense(input, localDate(clock.now()))
  const id = input.measurementId ?? ids.next()
  await db
    .insertInto('measurements')
    .values({
      tenant_id: actor.tenantId,
      id,
      indicator_id: input.id,
      unit_id: input.unitId,
      on_day: input.on,
      value: input.value,
      numerator: input.numerator,
      denominator: input.denominator,
      note: input.note,
      measured_by: actor.personId,
      measured_at: clock.now(),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
  const subject = { kind: 'indicator', id: input.id, name: row.subject, unitPath }
  await record(context, 'indicator.measure', subject, { on: input.on, value: input.value })
  const [indicator] = await indicatorsOf(context, programme, input.id)
  if (!indicator) throw new Error('An indicator that was just measured is gone.')
  return indicator
}

const pathOfUnit = async ({ db, actor }: Context, unitId: string): Promise<string> => {
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unitId)
    .select('path')
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  return unit.path
}

/** A share is of a sample that it can be of, and nobody has measured tomorrow. */
const mustMakeSense = ({ numerator, denominator, on }: Measure, today: string): void => {
  if ((numerator === null) !== (denominator === null))
    throw new Problem('input-invalid', {}, [{ field: 'denominator', message: 'sample' }])
  if (numerator !== null && denominator !== null && numerator > denominator)
    throw new Problem('input-invalid', {}, [{ field: 'numerator', message: 'sample' }])
  if (on > today) throw new Problem('input-invalid', {}, [{ field: 'on', message: 'future' }])
}
