import type { Observation, VisitDetail } from '@luoshi/contract/visits'
import { type Asked, lackOf, type Said } from '@luoshi/rules/visit-lacks'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { evidenceRows, evidenceShown } from '../evidence/evidence-rows.ts'
import { Problem } from '../problem.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'
import { readVisits, visitShown } from './visit-rows.ts'

/** One visit, with the standard as it was then. Its maker reads it wherever it was. */
export const getVisit = async (context: Context, id: string): Promise<VisitDetail> => {
  const { actor } = context
  const [row] = await readVisits(context, sql`v.id = ${id} and ${visitIsKnownTo(actor)}`, 1)
  if (!row) throw new Problem('not-found', { noun: 'visit' })
  if (row.person_id !== actor.personId) allow(actor, 'visit.read', { tenantId: row.tenant_id, unitPath: row.unit_path })
  const standard = await standardThen(context, row.version_id)
  return {
    ...visitShown(row, context),
    note: row.note,
    standard,
    observations: await observationsShown(context, id, standard.content),
  }
}

const standardThen = async ({ db, actor }: Context, versionId: string): Promise<VisitDetail['standard']> => {
  const { rows } = await sql<VisitDetail['standard']>`
    select s.id, s.title, v.number, coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'section', c.section, 'text', c.text, 'weight', c.weight,
        'critical', c.critical, 'grades', c.grades, 'exceptions', c.exceptions, 'evidence', c.evidence, 'photo', c.photo,
        'lookWhere', c.look_where, 'lookHow', c.look_how, 'categoryId', c.category_id) order by c.ordinal)
      from criteria c where c.tenant_id = v.tenant_id and c.version_id = v.id), '[]') as content
    from standard_versions v join standards s on s.tenant_id = v.tenant_id and s.id = v.standard_id
    where v.tenant_id = ${actor.tenantId} and v.id = ${versionId}`.execute(db)
  const [standard] = rows
  if (!standard) throw new Error('The version that a visit was held to is gone.')
  return standard
}

const observationsShown = async (
  context: Context,
  visitId: string,
  criteria: VisitDetail['standard']['content'],
): Promise<Observation[]> => {
  const { db, actor } = context
  const { rows } = await sql<{
    id: string
    criterion_id: string
    grade: Observation['grade']
    exception: string | null
    note: string
    photos: string[]
    photos_dropped: string[]
    seen_at: Date
    case_id: string | null
  }>`
    select o.id, o.criterion_id, o.grade, o.exception, o.note, o.photos, o.photos_dropped, o.seen_at,
      coalesce(e.case_id, f.case_id) as case_id
    from observations o left join case_events e on e.tenant_id = o.tenant_id and e.id = o.id
    left join case_findings f on f.tenant_id = o.tenant_id and f.finding_id = o.id
    where o.tenant_id = ${actor.tenantId} and o.visit_id = ${visitId}`.execute(db)
  const photos = await evidenceRows(context)
    .innerJoin('evidence_serves as es', join =>
      join.onRef('es.tenant_id', '=', 'e.tenant_id').onRef('es.evidence_id', '=', 'e.id'),
    )
    .where('es.subject_kind', '=', 'observation')
    .where('es.subject_id', 'in', ['00000000-0000-0000-0000-000000000000', ...rows.map(({ id }) => id)])
    .orderBy('e.id')
    .select('es.subject_id')
    .execute()
  const shown = Map.groupBy(photos, ({ subject_id }) => subject_id)
  const asked = new Map(criteria.map(criterion => [criterion.id, criterion]))
  return rows.map(row => ({
    id: row.id,
    criterionId: row.criterion_id,
    grade: row.grade,
    exception: row.exception,
    note: row.note,
    lack: lackShown(asked.get(row.criterion_id), row),
    seenAt: row.seen_at.toISOString(),
    caseId: row.case_id,
    photos: (shown.get(row.id) ?? []).map(photo => evidenceShown(photo, context)),
  }))
}

type Word = Omit<Said, 'criterionId' | 'photosDropped'> & {
  readonly criterion_id: string
  readonly photos_dropped: readonly string[]
}

const lackShown = (asked: Asked | undefined, word: Word): Observation['lack'] => {
  if (asked === undefined) return null
  const lack = lackOf(asked, { ...word, criterionId: word.criterion_id, photosDropped: word.photos_dropped })
  return lack === 'grade' ? null : lack
}
