import type { VisitRow } from '@luoshi/contract/visits'
import { allowedActions } from '@luoshi/rules/permissions'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'

export type VisitRead = {
  readonly id: string
  readonly tenant_id: string
  readonly round_id: string | null
  readonly round_title: string | null
  readonly point_id: string
  readonly point_name: string
  readonly point_type: string
  readonly version_id: string
  readonly unit_id: string
  readonly unit_path: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly person_id: string
  readonly person_name: string
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly received_at: Date
  readonly note: string
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly not_applicable: number
  readonly score: number | null
  readonly critical_failed: boolean
  readonly lacking: number
  readonly photos_lacking: number
}

/** Visits that meet the condition on row `v`, newest first, with names, in one query. */
export const readVisits = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly VisitRead[]> => {
  const { rows } = await sql<VisitRead>`
    select v.id, v.tenant_id, v.round_id, r.title as round_title, v.point_id, p.name as point_name, p.point_type, v.version_id,
      v.unit_id, v.unit_path::text, u.name as unit_name, u.kind as unit_kind, v.person_id, w.name as person_name,
      v.started_at, v.finished_at, v.received_at, v.note, v.conforms, v.mostly, v.fails, v.not_applicable, v.score, v.critical_failed,
      v.lacking, v.photos_lacking
    from (select * from visits v where v.tenant_id = ${actor.tenantId} and ${where} order by v.started_at desc, v.id desc limit ${limit}) v
    join points p on p.tenant_id = v.tenant_id and p.id = v.point_id
    join units u on u.tenant_id = v.tenant_id and u.id = v.unit_id
    join people w on w.tenant_id = v.tenant_id and w.id = v.person_id
    left join rounds r on r.tenant_id = v.tenant_id and r.id = v.round_id
    order by v.started_at desc, v.id desc`.execute(db)
  return rows
}

export const visitShown = (row: VisitRead, { actor }: Pick<Context, 'actor'>): VisitRow => ({
  id: row.id,
  round: row.round_id && row.round_title ? { id: row.round_id, title: row.round_title } : null,
  point: { id: row.point_id, name: row.point_name, pointType: row.point_type },
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  person: { id: row.person_id, name: row.person_name },
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  receivedAt: row.received_at.toISOString(),
  conforms: row.conforms,
  mostly: row.mostly,
  fails: row.fails,
  notApplicable: row.not_applicable,
  score: row.score,
  criticalFailed: row.critical_failed,
  lacking: row.lacking,
  photosLacking: row.photos_lacking,
  actions: [...allowedActions(actor, { tenantId: row.tenant_id, unitPath: row.unit_path }, ['visit.read'])],
})
