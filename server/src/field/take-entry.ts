import type { EntryWritten } from '@luoshi/contract/field'
import { allow } from '../allow.ts'
import { openCase } from '../cases/open-case.ts'
import type { Context } from '../context.ts'
import { applyRecord } from '../duties/move-occurrence.ts'
import { awaitPhotos, type PhotoShown } from '../evidence/await-photos.ts'
import { Problem } from '../problem.ts'
import { believable } from '../visits/believable-moments.ts'
import { officeAbove } from '../visits/office-above.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { type Ground, groundOf } from '../visits/visit-ground.ts'
import { stepFromField } from './step-from-field.ts'

/** What the visits among the entries are judged by. */
export const groundFor = (context: Context, entries: readonly EntryWritten[]): Promise<Ground> =>
  groundOf(
    context,
    entries.flatMap(entry => (entry.kind === 'visit' ? [entry.visit] : [])),
  )

/** When an entry came, however long it was kept since, and how far its phone's clock was ahead. */
export type Arrival = { readonly at: Date; readonly clockErrorMs: number }

/** Does what an entry says, as its writer, or throws the Problem that it meets. */
export const takeEntry = async (
  context: Context,
  ground: Ground,
  entry: EntryWritten,
  { at, clockErrorMs }: Arrival,
): Promise<void> => {
  switch (entry.kind) {
    case 'visit': {
      const { id, deviceId, writtenAt } = entry
      return recordVisit(context, ground, entry.visit, { entryId: id, deviceId, writtenAt, clockErrorMs })
    }
    case 'finding':
      return takeFinding(context, entry.finding, at)
    case 'occurrence':
      return takeOccurrence(context, entry.occurrence, at)
    case 'case-step':
      return stepFromField(context, entry.step, at)
  }
}

type Finding = Extract<EntryWritten, { kind: 'finding' }>['finding']

/** 随手拍. A unit that is known mends it at once; else the office nearest to the finder says whose it is. */
const takeFinding = async (context: Context, finding: Finding, arrivedAt: Date): Promise<void> => {
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

type Done = Extract<EntryWritten, { kind: 'occurrence' }>['occurrence']

/** Done when the phone says, not when it arrived: a day without a signal makes nobody late. */
const takeOccurrence = async (context: Context, { id, note, doneAt, photos }: Done, arrivedAt: Date): Promise<void> => {
  const { db, actor } = context
  const row = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select('unit_id')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'occurrence' })
  const done = new Date(believable(doneAt, arrivedAt))
  await applyRecord(context, { id, version: null, note, evidenceIds: [], doneAt: done })
  await awaitPhotos(context, shownBy(photos, { kind: 'occurrence', id }, row.unit_id))
}

export const shownBy = (
  photos: readonly string[],
  subject: PhotoShown['subject'],
  unitId: string | null,
): readonly PhotoShown[] => [...new Set(photos)].map(evidenceId => ({ evidenceId, subject, unitId }))
