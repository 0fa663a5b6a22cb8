import type { VisitWritten } from '@luoshi/contract/field'
import type { RoundKind } from '@luoshi/rules/round-kind'
import type { Asked } from '@luoshi/rules/visit-lacks'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { isSecret } from '../rounds/known-rounds.ts'

export type VisitState = VisitWritten['visit']

export type PointHeld = {
  readonly id: string
  readonly name: string
  readonly point_type: string
  readonly unit_id: string
  readonly unit_path: string
}

export type RoundHeld = {
  readonly id: string
  readonly kind: RoundKind
  readonly state: string
  readonly unit_id: string
  readonly unit_path: string
  readonly programme_id: string | null
  readonly over_at: string | null
  /** Unannounced and not revealed: the inspected must not learn of it. */
  readonly secret: boolean
  readonly point_id: string
  readonly version_id: string
  /** Whether the actor was drawn for the point. */
  readonly drawn: boolean
}

export type CriterionHeld = {
  readonly id: string
  readonly text: string
  readonly weight: number
  readonly critical: boolean
  readonly category_id: string | null
  readonly exceptions: readonly string[]
  readonly photo: Asked['photo']
}

export type VersionHeld = {
  readonly id: string
  readonly state: string
  readonly point_type: string
  readonly programme_id: string | null
  readonly criteria: readonly CriterionHeld[]
}

/** What visits are judged by: the points, what their rounds drew, and what each is held to. */
export type Ground = {
  readonly points: ReadonlyMap<string, PointHeld>
  readonly rounds: ReadonlyMap<string, RoundHeld>
  readonly versions: ReadonlyMap<string, VersionHeld>
}

export const roundKey = (roundId: string, pointId: string): string => `${roundId} ${pointId}`

/** Read in one query, however many visits there are. */
export const groundOf = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  visits: readonly VisitState[],
): Promise<Ground> => {
  const pointIds = [...new Set(visits.map(({ pointId }) => pointId))]
  const roundIds = [...new Set(visits.flatMap(({ roundId }) => roundId ?? []))]
  const versionIds = [...new Set(visits.map(({ versionId }) => versionId))]
  const tenant = actor.tenantId
  const { rows } = await sql<{ points: PointHeld[]; rounds: RoundHeld[]; versions: VersionHeld[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'point_type', p.point_type, 'unit_id', p.unit_id,
        'unit_path', p.unit_path::text)), '[]')
      from points p where p.tenant_id = ${tenant} and p.id = any(${pointIds}::uuid[])) as points,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'state', r.state, 'unit_id', r.unit_id,
        'unit_path', r.unit_path::text, 'programme_id', r.programme_id, 'over_at', coalesce(r.ended_at, r.cancelled_at),
        'secret', ${isSecret}, 'point_id', d.point_id, 'version_id', d.version_id,
        'drawn', exists (select from round_pairs x where x.tenant_id = d.tenant_id and x.round_id = d.round_id
          and x.point_id = d.point_id and x.person_id = ${actor.personId}))), '[]')
      from rounds r join round_points d on d.tenant_id = r.tenant_id and d.round_id = r.id
      where r.tenant_id = ${tenant} and r.id = any(${roundIds}::uuid[]) and d.point_id = any(${pointIds}::uuid[])) as rounds,
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'state', v.state, 'point_type', s.point_type,
        'programme_id', s.programme_id, 'criteria', (
          select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'weight', c.weight, 'critical', c.critical,
            'category_id', c.category_id, 'exceptions', c.exceptions, 'photo', c.photo) order by c.ordinal), '[]')
          from criteria c where c.tenant_id = v.tenant_id and c.version_id = v.id))), '[]')
      from standard_versions v join standards s on s.tenant_id = v.tenant_id and s.id = v.standard_id
      where v.tenant_id = ${tenant} and v.id = any(${versionIds}::uuid[])) as versions`.execute(db)
  const [row] = rows
  return {
    points: new Map(row?.points.map(point => [point.id, point])),
    rounds: new Map(row?.rounds.map(round => [roundKey(round.id, round.point_id), round])),
    versions: new Map(row?.versions.map(version => [version.id, version])),
  }
}
