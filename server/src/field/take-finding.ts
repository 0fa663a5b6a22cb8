import type { EntryWritten } from '@luoshi/contract/field'
import { allow } from '../allow.ts'
import { openCase } from '../cases/open-case.ts'
import type { Context } from '../context.ts'
import { awaitPhotos } from '../evidence/await-photos.ts'
import { Problem } from '../problem.ts'
import { believable } from '../visits/believable-moments.ts'
import { officeAbove } from '../visits/office-above.ts'
import { shownBy } from './shown-by.ts'

type Finding = Extract<EntryWritten, { kind: 'finding' }>['finding']

/** 随手拍. A unit that is known mends it at once; else the office nearest to the finder says whose it is. */
export const takeFinding = async (context: Context, finding: Finding, arrivedAt: Date): Promise<void> => {
  const { actor } = context
  const unit = await placeOfFinding(context, finding)
  allow(actor, 'case.open', { tenantId: actor.tenantId, unitPath: unit.path })
  const opened = await openCase(context, {
    id: finding.id,
    origin: 'patrol',
    title: finding.text.length <= 40 ? finding.text : `${finding.text.slice(0, 39)}…`,
    text: finding.text,
    categoryId: finding.categoryId,
    severity: finding.severity,
    pointId: finding.pointId,
    place: finding.place,
    position: finding.position,
    officeId: await officeAbove(context, unit.path),
    unitId: unit.isKnown ? unit.id : null,
    foundAt: new Date(believable(finding.foundAt, arrivedAt)),
    foundBy: actor.personId,
  })
  if (opened.outcome === 'already' && !(await isToldBefore(context, finding))) throw new Problem('finding-misnamed')
  await awaitPhotos(context, shownBy(finding.photos, { kind: 'case', id: opened.id }, unit.id))
}

const placeOfFinding = async ({ db, actor }: Context, { unitId, pointId }: Finding) => {
  const own = actor.memberships.find(({ role }) => role === 'inspector' || role === 'worker' || role === 'unit')
  const wanted = unitId ?? null
  const row = await db
    .selectFrom('units as u')
    .leftJoin('points as p', join =>
      join.onRef('p.tenant_id', '=', 'u.tenant_id').onRef('p.unit_id', '=', 'u.id').on('p.id', '=', pointId),
    )
    .where('u.tenant_id', '=', actor.tenantId)
    .$if(wanted !== null, query => query.where('u.id', '=', wanted ?? ''))
    .$if(wanted === null && pointId !== null, query => query.where('p.id', '=', pointId ?? ''))
    .$if(wanted === null && pointId === null, query => query.where('u.id', '=', own?.unitId ?? null))
    .select(['u.id', 'u.path'])
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: pointId === null ? 'unit' : 'point' })
  return { ...row, isKnown: wanted !== null || pointId !== null }
}

/** Whether this person has said this very thing under this id. Anything else there is another's, or another finding, and is not to swallow this one. */
const isToldBefore = async ({ db, actor }: Context, { id, text, place }: Finding): Promise<boolean> => {
  const row = await db
    .selectFrom('case_events as e')
    .innerJoin('cases as c', join => join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.case_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.id', '=', id)
    .where('c.id', '=', id)
    .where('e.kind', '=', 'open')
    .where('e.person_id', '=', actor.personId)
    .where('c.origin', '=', 'patrol')
    .where('e.note', '=', text)
    .where('c.place', '=', place)
    .select('e.id')
    .executeTakeFirst()
  return row !== undefined
}
