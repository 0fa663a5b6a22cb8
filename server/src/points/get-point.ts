import type { PointDetail } from '@luoshi/contract/points'
import { sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { within } from '../db/ltree.ts'
import { Problem } from '../problem.ts'
import { versionFor } from '../standards/version-for.ts'
import { findPoint } from './find-point.ts'
import { pointShown, readPoints } from './point-rows.ts'
import { isVisitKnown, type Known, knownTo } from './point-status.ts'

const MANY = 20

/** One point with what it is held to, what was seen there and what is open, as far as the actor may know. */
export const getPoint = async (context: Context, id: string): Promise<PointDetail> => {
  const { contact_name, contact_phone, note } = await findPoint(context, id)
  const known = await knownTo(context)
  const [row] = await readPoints(context, known, sql`p.id = ${id}`)
  if (row === undefined) throw new Problem('not-found', { noun: 'point' })
  const heldTo = (await versionFor(context, [row.point_type]))(row.point_type, row.unit_path)
  return {
    ...pointShown(row, context.actor),
    // On its own page the contact is shown whole: this is who is called from the door.
    ...{ contactName: contact_name, contactPhone: contact_phone, note },
    standard: heldTo === null ? null : { id: heldTo.standardId, title: heldTo.title, number: heldTo.number },
    visits: await visitsAt(context, known, id),
    cases: await casesAt(context, id),
  }
}

const visitsAt = async ({ db, actor }: Context, known: Known, pointId: string): Promise<PointDetail['visits']> => {
  const { rows } = await sql<{
    id: string
    started_at: Date
    who: string
    score: number | null
    fails: number
    finished_at: Date | null
    lacking: number
    photos_lacking: number
    round: string | null
  }>`
    select v.id, v.started_at, w.name as who, v.score, v.fails, v.finished_at, v.lacking, v.photos_lacking,
      r.title as round
    from visits v
    join people w on w.tenant_id = v.tenant_id and w.id = v.person_id
    left join rounds r on r.tenant_id = v.tenant_id and r.id = v.round_id
    where v.tenant_id = ${actor.tenantId} and v.point_id = ${pointId} and ${isVisitKnown(known)}
    order by v.started_at desc, v.id desc limit ${MANY}`.execute(db)
  return rows.map(({ started_at, finished_at, photos_lacking, ...row }) => ({
    ...row,
    ...{ at: started_at.toISOString(), finishedAt: finished_at?.toISOString() ?? null, photosLacking: photos_lacking },
  }))
}

/** Open ones first, soonest due first. */
const casesAt = async ({ db, actor }: Context, pointId: string): Promise<PointDetail['cases']> => {
  const scope = scopeFor(actor, 'case.read')
  const { rows } = await sql<{
    id: string
    year: number
    serial: number
    title: string
    state: string
    due_at: Date | null
  }>`
    select c.id, c.year, c.serial, c.title, c.state, nullif(c.due_at, 'infinity') as due_at from cases c
    where c.tenant_id = ${actor.tenantId} and c.point_id = ${pointId}
      and (${within('c.unit_path', scope)} or ${within('c.office_path', scope)})
    order by c.closed_at is not null, c.due_at, c.id limit ${MANY}`.execute(db)
  return rows.map(({ id, year, serial, title, state, due_at }) => ({
    ...{ id, title, state, number: `〔${year}〕${serial}` },
    dueAt: due_at?.toISOString() ?? null,
  }))
}

/** The point a label belongs to, for whoever may read it. */
export const pointByCode = async (context: Context, code: string): Promise<{ id: string }> => {
  const { db, actor } = context
  const row = await db
    .selectFrom('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('code', '=', code.toUpperCase())
    .select('id')
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'point' })
  return { id: (await findPoint(context, row.id)).id }
}
