import type { RoundDetail, RoundWritten } from '@luoshi/contract/rounds'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { getRound } from './get-round.ts'
import { inspectedPaths, unitRunning } from './inspected-units.ts'
import { lockRound, recordStep } from './lock-round.ts'
import { homeSeat, seatsOf } from './seats.ts'

export const createRound = async (context: Context, written: RoundWritten): Promise<RoundDetail> => {
  const { db, actor, ids, clock } = context
  const unit = await unitRunning(context, written.unitId)
  allow(actor, 'round.manage', { tenantId: actor.tenantId, unitPath: unit.path })
  const id = ids.next()
  const columns = await columnsOf(context, unit.path, written)
  await db
    .insertInto('rounds')
    .values({
      tenant_id: actor.tenantId,
      id,
      unit_id: unit.id,
      unit_path: unit.path,
      created_by: actor.personId,
      created_at: clock.now(),
      ...columns,
    })
    .execute()
  await writeInspectors(context, id, written)
  await recordStep(context, { id, title: written.title, unit_path: unit.path }, 'create', { kind: written.kind })
  return getRound(context, id)
}

/** Until it is bound, everything about a round may change but the unit that runs it. */
export const changeRound = async (
  context: Context,
  { id, version, ...written }: RoundWritten & { readonly id: string; readonly version: number },
): Promise<RoundDetail> => {
  const { db, actor } = context
  const round = await lockRound(context, { id, version }, 'change')
  if (written.unitId !== round.unit_id)
    throw new Problem('input-invalid', {}, [{ field: 'unitId', message: 'unknown' }])
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ ...(await columnsOf(context, round.unit_path, written)), version: version + 1 })
    .execute()
  await db.deleteFrom('round_inspectors').where('tenant_id', '=', actor.tenantId).where('round_id', '=', id).execute()
  await writeInspectors(context, id, written)
  await recordStep(context, { ...round, title: written.title }, 'change', { kind: written.kind })
  return getRound(context, id)
}

/** What was written, authorised and in the columns' shape. */
const columnsOf = async (context: Context, running: string, written: RoundWritten) => {
  const { startsOn, endsOn, ties } = written
  if (endsOn < startsOn) throw invalid('endsOn')
  await inspectedPaths(context, running, written.withinUnitIds)
  if (ties.length > 0)
    await inspectedPaths(
      context,
      running,
      ties.map(({ unitId }) => unitId),
    )
  const inspectors = new Set(written.inspectorIds)
  if (ties.some(({ personId }) => !inspectors.has(personId))) throw invalid('ties')
  const programmeId = await programmeOf(context, written)
  return {
    title: written.title,
    kind: written.kind,
    programme_id: programmeId,
    duty_id: written.dutyId,
    starts_on: startsOn,
    ends_on: endsOn,
    inspectors_per_point: written.inspectorsPerPoint,
    point_types: [...new Set(written.pointTypes)],
    within_unit_ids: [...new Set(written.withinUnitIds)],
    ties: JSON.stringify(ties),
    quotas: JSON.stringify(Object.fromEntries(Object.entries(written.quotas).filter(([, quota]) => quota > 0))),
    apart_rounds: written.apartRounds,
  }
}

const invalid = (field: string): Problem => new Problem('input-invalid', {}, [{ field, message: 'unknown' }])

/** The programme named, or the one that the duty is of. */
const programmeOf = async (context: Context, { programmeId, dutyId }: RoundWritten): Promise<string | null> => {
  const { db, actor } = context
  if (dutyId === null) {
    if (programmeId !== null) await findProgramme(context, programmeId, 'programme.read')
    return programmeId
  }
  const duty = await db
    .selectFrom('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dutyId)
    .select('programme_id')
    .executeTakeFirst()
  if (!duty || (programmeId !== null && programmeId !== duty.programme_id))
    throw new Problem('not-found', { noun: 'duty' })
  await findProgramme(context, duty.programme_id, 'programme.read')
  return duty.programme_id
}

/** Who may be drawn. Everybody must be within the actor's reach; one that is not is said not to exist. */
const writeInspectors = async (context: Context, roundId: string, written: RoundWritten): Promise<void> => {
  const { db, actor } = context
  const wanted = [...new Set(written.inspectorIds)]
  if (wanted.length === 0) return
  const unit = await unitRunning(context, written.unitId)
  const within = await inspectedPaths(context, unit.path, written.withinUnitIds)
  const seats = await seatsOf(context, wanted)
  if (seats.size < wanted.length) throw new Problem('not-found', { noun: 'person' })
  const rows = [...seats].flatMap(([personId, all]) => {
    const home = homeSeat(written.kind, all, within)
    return home === undefined
      ? []
      : [{ tenant_id: actor.tenantId, round_id: roundId, person_id: personId, unit_path: home.path }]
  })
  await db.insertInto('round_inspectors').values(rows).execute()
}
