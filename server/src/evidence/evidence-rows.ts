import type { Evidence } from '@luoshi/contract/evidence'
import type { Action } from '@luoshi/rules/action'
import { allowedActions } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import type { EvidenceSubject } from './link-evidence.ts'

/** Evidence with names and with what it serves, still to be narrowed. What was withdrawn is nowhere shown. */
export const evidenceRows = ({ db, actor }: Pick<Context, 'db' | 'actor'>) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.id', '=', 'e.unit_id'))
    .innerJoin('people as w', join => join.onRef('w.tenant_id', '=', 'e.tenant_id').onRef('w.id', '=', 'e.added_by'))
    .leftJoin('files as f', join => join.onRef('f.tenant_id', '=', 'e.tenant_id').onRef('f.sha256', '=', 'e.sha256'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.withdrawn_at', 'is', null)
    .selectAll('e')
    .select([
      'u.name as unit_name',
      'u.kind as unit_kind',
      'w.name as person_name',
      'f.bytes',
      'f.media_type',
      sql<Evidence['serves']>`coalesce((
        select jsonb_agg(jsonb_build_object('kind', s.subject_kind, 'id', s.subject_id) order by s.subject_kind, s.subject_id)
        from evidence_serves s where s.tenant_id = e.tenant_id and s.evidence_id = e.id), '[]')`.as('serves'),
    ])

export type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number]

const evidenceActions: readonly Action[] = ['evidence.read', 'evidence.add', 'evidence.withdraw']

/** Who filed it may take it back; the server asks whether anything rests on it. */
const actionsOn = (row: EvidenceRow, actor: Context['actor']): Evidence['actions'] => {
  const allowed = allowedActions(actor, { tenantId: row.tenant_id, unitPath: row.unit_path }, evidenceActions)
  return [...new Set([...allowed, ...(row.added_by === actor.personId ? ['evidence.withdraw' as const] : [])])]
}

export const evidenceShown = (row: EvidenceRow, { actor }: Pick<Context, 'actor'>): Evidence => ({
  id: row.id,
  kind: row.kind as Evidence['kind'], // checked by the table
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  text: row.text,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  addedBy: { id: row.added_by, name: row.person_name },
  addedAt: row.added_at.toISOString(),
  url: row.sha256 === null ? null : `/api/v1/evidence/${row.id}/file`,
  thumbnailUrl: row.kind === 'photo' ? `/api/v1/evidence/${row.id}/thumbnail` : null,
  serves: row.serves,
  actions: actionsOn(row, actor),
})

/** What is filed as evidence of one thing. */
export const evidenceOf = async (
  context: Pick<Context, 'db' | 'actor'>,
  kind: EvidenceSubject['kind'],
  id: string,
): Promise<Evidence[]> => {
  const rows = await evidenceRows(context)
    .innerJoin('evidence_serves as es', join =>
      join.onRef('es.tenant_id', '=', 'e.tenant_id').onRef('es.evidence_id', '=', 'e.id'),
    )
    .where('es.subject_kind', '=', kind)
    .where('es.subject_id', '=', id)
    .orderBy('e.id')
    .execute()
  return rows.map(row => evidenceShown(row, context))
}
