import { observationIdOf } from '@luoshi/rules/derived-id'
import { sql } from 'kysely'
import type { Context, House } from '../context.ts'
import { handOverPhotos } from '../evidence/await-photos.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Job } from '../jobs/jobs.ts'
import { visitOnRecord } from './hold-visit.ts'
import { tellFindings } from './mind-cases.ts'
import { groundOf, roundKey } from './visit-ground.ts'

/**
 * A secret round is over: what it found becomes cases of the units that answer for it, with its photos, and their time to mend it
 * begins now. Told twice, it is told once.
 */
export const tellInspected = async (house: House, { tenantId, subjectId: roundId }: Job): Promise<void> => {
  if (roundId === undefined) return
  const visits = await asSystem(house, tenantId, context => visitsOf(context, roundId))
  for (const visit of visits) await asSystem(house, tenantId, context => tellVisit(context, visit))
}

type Made = { readonly id: string; readonly person_id: string; readonly person: string }

const visitsOf = async ({ db, actor }: Context, roundId: string): Promise<readonly Made[]> => {
  const { rows } = await sql<Made>`
    select v.id, v.person_id, p.name as person from visits v
    join people p on p.tenant_id = v.tenant_id and p.id = v.person_id
    where v.tenant_id = ${actor.tenantId} and v.round_id = ${roundId} order by v.started_at, v.id`.execute(db)
  return rows
}

const tellVisit = async (context: Context, { id, person_id, person }: Made): Promise<void> => {
  const visit = await visitOnRecord(context, id)
  const ground = await groundOf(context, [visit])
  const point = ground.points.get(visit.pointId)
  const round = ground.rounds.get(roundKey(visit.roundId ?? '', visit.pointId))
  const version = ground.versions.get(visit.versionId)
  if (!point || !round || !version) throw new Error('A visit on record has lost what it was of.')
  const finder = { ...context, actor: { ...context.actor, personId: person_id, name: person } }
  await tellFindings(finder, { point, round, version }, visit)
  const shown = visit.observations.filter(({ photos }) => photos.length > 0)
  await handOverPhotos(
    context,
    shown.map(({ criterionId }) => ({ id: observationIdOf(id, criterionId), unit_id: point.unit_id })),
  )
}
