import type { Indicator } from '@luoshi/contract/indicators'
import type { Action } from '@luoshi/rules/action'
import type { DateRange } from '@luoshi/rules/date-range'
import { daysOfAReading, indicatorStatus } from '@luoshi/rules/indicator-status'
import { localDate } from '@luoshi/rules/local-time'
import { allowedActions } from '@luoshi/rules/permissions'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { shareStatus } from '@luoshi/rules/share-status'
import type { Context } from '../context.ts'
import { findProgramme, type ProgrammeRow, programmeSubject } from '../programmes/find-programme.ts'
import { spanOf } from '../programmes/fixtures.ts'
import { unitRef } from '../units/unit-ref.ts'
import { readingsShown, recordedOf } from './recorded-readings.ts'

/** Targets of a programme with their readings and where they stand. */
export const listIndicators = async (context: Context, programmeId: string): Promise<Indicator[]> => {
  const programme = await findProgramme(context, programmeId, 'indicator.read')
  return indicatorsOf(context, programme)
}

export const indicatorsOf = async (
  context: Context,
  programme: ProgrammeRow,
  onlyId?: string,
): Promise<Indicator[]> => {
  const { db, actor, clock } = context
  const rows = await db
    .selectFrom('indicators as n')
    .leftJoin('plan_items as i', join => join.onRef('i.tenant_id', '=', 'n.tenant_id').onRef('i.id', '=', 'n.item_id'))
    .where('n.tenant_id', '=', actor.tenantId)
    .where('n.programme_id', '=', programme.id)
    .where('n.withdrawn_at', 'is', null)
    .$if(onlyId !== undefined, query => query.where('n.id', '=', onlyId ?? ''))
    .orderBy('n.ordinal')
    .orderBy('n.id')
    .selectAll('n')
    .select(['i.span_start', 'i.span_end'])
    .execute()
  const readings = await readingsOf(
    context,
    rows.map(({ id }) => id),
  )
  const recorded = await recordedOf(
    context,
    programme,
    rows.map(({ id }) => id),
  )
  const window = windowOf(programme, localDate(clock.now()))
  const actions = allowedActions(actor, programmeSubject(programme), indicatorActions)
  return rows.map(row => {
    const measurements = readings.get(row.id) ?? []
    const target = { op: row.op as Indicator['op'], value: row.target, unit: row.unit } // checked by the table
    const read = recorded.get(row.id)
    const { status, interval } =
      read === undefined
        ? indicatorStatus(target, ofTheWhole(measurements), window)
        : shareStatus(read.shares, target, read.stretches)
    return {
      id: row.id,
      programmeId: programme.id,
      subject: row.subject,
      op: target.op,
      target: row.target,
      unit: row.unit,
      status,
      interval: interval && { low: interval.low, high: interval.high },
      measurements,
      source: read?.source ?? null,
      recorded: read === undefined ? [] : readingsShown(read),
      span: spanOf(row),
      actions: [...actions],
    }
  })
}

/** What was read long ago says nothing of today; of a programme that is over it says how it ended. */
const windowOf = ({ status, ends_on }: ProgrammeRow, today: PlainDate): DateRange => {
  const over = status !== 'running' && ends_on !== null && ends_on < today
  return { start: addDays(over ? ends_on : today, 1 - daysOfAReading), end: today }
}

/** Readings of single units speak for the whole only where nobody has read the whole. */
const ofTheWhole = (measurements: Indicator['measurements']): Indicator['measurements'] => {
  const whole = measurements.filter(({ unit }) => unit === null)
  return whole.length > 0 ? whole : measurements
}

const indicatorActions: readonly Action[] = ['indicator.read', 'indicator.measure', 'indicator.manage']

const readingsOf = async (
  { db, actor }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Indicator['measurements']>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('measurements as m')
    .innerJoin('people as w', join => join.onRef('w.tenant_id', '=', 'm.tenant_id').onRef('w.id', '=', 'm.measured_by'))
    .leftJoin('units as u', join => join.onRef('u.tenant_id', '=', 'm.tenant_id').onRef('u.id', '=', 'm.unit_id'))
    .where('m.tenant_id', '=', actor.tenantId)
    .where('m.indicator_id', 'in', [...ids])
    .orderBy('m.on_day')
    .orderBy('m.measured_at')
    .orderBy('m.id')
    .selectAll('m')
    .select(['w.name as person_name', 'u.name as unit_name', 'u.kind as unit_kind'])
    .execute()
  const shown = rows.map(row => ({
    indicatorId: row.indicator_id,
    reading: {
      id: row.id,
      on: row.on_day,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      unit: row.unit_id && row.unit_name && row.unit_kind ? unitRef(row.unit_id, row.unit_name, row.unit_kind) : null,
      note: row.note,
      by: { id: row.measured_by, name: row.person_name },
    },
  }))
  return new Map(
    [...Map.groupBy(shown, ({ indicatorId }) => indicatorId)].map(([id, own]) => [
      id,
      own.map(({ reading }) => reading),
    ]),
  )
}
