import type { CaseDetail } from '@luoshi/contract/cases'
import type { Evidence } from '@luoshi/contract/evidence'
import type { Context } from '../context.ts'
import { evidenceRows, evidenceShown } from '../evidence/evidence-rows.ts'
import type { CaseLife } from './case-events.ts'
import type { NamedCase } from './case-rows.ts'

const foundKinds = new Set(['open', 'seen-again', 'relapse', 'told'])

/** Everything that shows a case: how it was found (the last time), and how it was left when it was submitted last. */
export const filesOfCase = async (
  context: Context,
  row: NamedCase,
  events: CaseLife,
): Promise<Pick<CaseDetail, 'before' | 'after' | 'files'>> => {
  const found = events.filter(({ kind }) => foundKinds.has(kind))
  const files = await evidenceServing(context, row.id, [row.id, ...found.map(({ id }) => id)])
  const lastly = new Set(
    evidenceIdsIn(
      events.findLast(({ kind, content }) => kind === 'submit' && evidenceIdsIn(content).length > 0)?.content ?? {},
    ),
  )
  const named = new Map(events.flatMap(({ kind, content }) => evidenceIdsIn(content).map(id => [id, kind])))
  const observations = new Set(found.map(({ id }) => id))
  const isBefore = (file: Evidence): boolean => {
    const kind = named.get(file.id)
    if (kind !== undefined) return foundKinds.has(kind)
    if (file.serves.some(one => one.kind === 'observation' && observations.has(one.id))) return true
    // Filed on the case without a step: by its time.
    return row.assigned_at === null || new Date(file.addedAt) <= row.assigned_at
  }
  // What was shown earlier, and what was seen when looking again, stands in the story and not in the comparison.
  const isLast = (file: Evidence): boolean => !named.has(file.id) || lastly.has(file.id)
  return {
    files,
    before: files.filter(isBefore),
    after: files.filter(file => !isBefore(file) && isLast(file)),
  }
}

const evidenceServing = async (context: Context, id: string, observations: readonly string[]): Promise<Evidence[]> => {
  const rows = await evidenceRows(context)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('evidence_serves as es')
          .whereRef('es.tenant_id', '=', 'e.tenant_id')
          .whereRef('es.evidence_id', '=', 'e.id')
          .where(sub =>
            sub.or([
              sub.and([sub('es.subject_kind', '=', 'case'), sub('es.subject_id', '=', id)]),
              sub.and([sub('es.subject_kind', '=', 'observation'), sub('es.subject_id', 'in', [...observations])]),
            ]),
          )
          .select('es.evidence_id'),
      ),
    )
    .orderBy('e.id')
    .execute()
  return rows.map(row => evidenceShown(row, context))
}

const evidenceIdsIn = ({ evidenceIds }: Record<string, unknown>): readonly string[] =>
  Array.isArray(evidenceIds) ? evidenceIds.filter(id => typeof id === 'string') : []
