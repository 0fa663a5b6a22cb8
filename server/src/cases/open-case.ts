import { levelOf } from '@luoshi/rules/case-escalation'
import { isCaseOpen, moveCase } from '@luoshi/rules/case-machine'
import { derivedId } from '@luoshi/rules/derived-id'
import { localDate } from '@luoshi/rules/local-time'
import { belongingOf, isAfter } from '@luoshi/rules/relapse'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { linkEvidence } from '../evidence/link-evidence.ts'
import { Problem } from '../problem.ts'
import { findingOf, type HeldFinding, holdUp } from './case-findings.ts'
import { categoryFor } from './category-for.ts'
import { asClosed } from './closed-as.ts'
import { type FoundBefore, foundBefore } from './found-before.ts'
import { keepLife } from './lives.ts'
import { noteCaseEvent } from './note-event.ts'
import { nextSerial } from './serials.ts'
import { givenTo, type UnitToMend } from './time-of-case.ts'
import { wayOf } from './way-of.ts'

export type Opening = {
  /** Names the finding, such as the observation's id: opened twice with it, the case is opened once. */
  readonly id: string
  /** Which word of the finder's it is, where there may be several: what was taken back and is said again is found again. */
  readonly word?: string
  /** What the case and the event are called where the finding's own name would say too much. */
  readonly caseId?: string
  readonly origin: 'visit' | 'patrol' | 'resident' | 'media' | 'hotline' | 'hand'
  readonly title: string
  readonly text?: string
  /** Null: the category for what has none. */
  readonly categoryId: string | null
  /** Null: as the category says. */
  readonly severity?: 'minor' | 'ordinary' | 'serious' | null
  readonly programmeId?: string | null
  readonly visitId?: string | null
  readonly pointId?: string | null
  readonly criterionId?: string | null
  readonly place?: string
  readonly position?: { readonly longitude: number; readonly latitude: number } | null
  /** The unit whose office runs it. */
  readonly officeId: string
  /** The unit that mends it, at once. Null: the office assigns it. */
  readonly unitId: string | null
  readonly foundAt: Date
  /** When it was seen, where `foundAt` does not say so. */
  readonly seenAt?: Date
  readonly foundBy: string | null
  readonly evidenceIds?: readonly string[]
}

/** `id` is the case that the finding belongs to now, which may be an older one. */
export type Opened = { readonly id: string; readonly outcome: 'opened' | 'already' | 'seen-again' | 'relapsed' }

/**
 * Makes a case of what was found. The same criterion at the same point is not opened twice: what was open when it was seen is seen
 * again, and what was closed within ninety days before comes back with its history. Who may find what is for the caller to have asked.
 */
export const openCase = async (context: Context, opening: Opening): Promise<Opened> => {
  await holdPlace(context, opening)
  const held = await findingOf(context, opening.id)
  const already = held === null ? await caseOfEvent(context, opening.id) : held.caseId
  if (already !== null && !isFoundAgain(held, opening)) return { id: already, outcome: 'already' }
  const eventId =
    held === null ? opening.id : derivedId('finding', opening.id, opening.word ?? seenAtOf(opening).toISOString())
  const found = { ...opening, caseId: opening.caseId ?? eventId }
  const { life, ...opened } = await placeFinding(context, found)
  if (opening.pointId && opening.criterionId)
    await holdUp(context, { id: opening.id, caseId: opened.id, life, seenAt: seenAtOf(opening) })
  return opened
}

/** Taken back and said again, or seen again after the case was closed. */
const isFoundAgain = (held: HeldFinding | null, opening: Opening): boolean =>
  held !== null && (held.isWithdrawn || (held.closedAt !== null && isAfter(seenAtOf(opening), held.closedAt)))

const seenAtOf = ({ seenAt, foundAt }: Opening): Date => seenAt ?? foundAt

type Placed = Opened & { readonly life: number }

const placeFinding = async (context: Context, opening: Opening): Promise<Placed> => {
  const { kind, found } = await belongs(context, opening)
  if (found === null) return { ...(await openAnew(context, opening)), life: 0 }
  return kind === 'relapse'
    ? { ...(await comeBack(context, found, opening)), life: found.row.relapses + 1 }
    : { ...(await seeAgain(context, found, opening)), life: found.row.relapses }
}

/** The case that the finding belongs to by when it was seen, held; and how. */
export const belongs = async (context: Context, opening: Opening) => {
  const there = (await foundBefore(context, opening)).filter(one => one.closedAt !== null || isCaseOpen(one.state))
  const belonging = belongingOf(seenAtOf(opening), there)
  const found = belonging.kind === 'new' ? undefined : there.find(({ id }) => id === belonging.id)
  return { kind: belonging.kind, found: found ?? null }
}

/** Two findings of the same thing wait for each other. */
export const holdPlace = async (
  { db, actor }: Context,
  { id, pointId, criterionId }: Pick<Opening, 'id' | 'pointId' | 'criterionId'>,
): Promise<void> => {
  const place = pointId && criterionId ? `${pointId} ${criterionId}` : id
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case ${actor.tenantId} ${place}`}, 0))`.execute(db)
}

export const caseOfEvent = async ({ db, actor }: Context, eventId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('case_events')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', eventId)
    .select('case_id')
    .executeTakeFirst()
  return row?.case_id ?? null
}

const seeAgain = async (context: Context, found: FoundBefore, opening: Opening): Promise<Opened> => {
  await linkFound(context, found.id, opening)
  await noteCaseEvent(context, found.row, 'case.open', { ...eventOf(opening), kind: 'seen-again' })
  return { id: found.id, outcome: 'seen-again' }
}

const comeBack = async (context: Context, { id, row }: FoundBefore, opening: Opening): Promise<Opened> => {
  const { db, actor, clock } = context
  const unit = opening.unitId === null ? null : await unitOf(context, opening.unitId)
  const office = await unitOf(context, opening.officeId)
  const moved = moveCase(wayOf(row), { kind: 'relapse', unitPath: unit?.path ?? null })
  if (!moved.ok) throw new Problem('state-forbids', { state: row.state })
  const category = await categoryFor(context, row.category_id)
  await keepLife(context, row)
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({
      ...(unit === null
        ? { ...waitingAt(office, clock.now()), level_since: clock.now() }
        : await givenTo(context, unit, category)),
      office_id: office.id,
      office_path: office.path,
      state: moved.value.state,
      rectified_by: [],
      relapses: moved.value.relapses,
      closed_as: asClosed as RawBuilder<string>, // jsonb, as it is kept
      returned: 0,
      returned_at: null,
      visit_id: opening.visitId ?? row.visit_id,
      listed_at: null,
      listed_by: null,
      submitted_at: null,
      submitted_by: null,
      rechecked_at: null,
      rechecked_by: null,
      closed_at: null,
      closed_by: null,
      changed_at: clock.now(),
      version: row.version + 1,
    })
    .execute()
  await linkFound(context, id, opening)
  const noted = { ...row, unit_path: (unit ?? office).path }
  await noteCaseEvent(context, noted, 'case.open', { ...eventOf(opening), kind: 'relapse' })
  return { id, outcome: 'relapsed' }
}

const openAnew = async (context: Context, opening: Opening): Promise<Opened> => {
  const id = opening.caseId ?? opening.id
  const { db, actor, clock } = context
  const now = clock.now()
  const category = await categoryFor(context, opening.categoryId)
  const office = await unitOf(context, opening.officeId)
  const unit = opening.unitId === null ? null : await unitOf(context, opening.unitId)
  const year = Number(localDate(now).slice(0, 4))
  await db
    .insertInto('cases')
    .values({
      tenant_id: actor.tenantId,
      id,
      year,
      serial: await nextSerial(context, 'case', year),
      title: opening.title,
      text: opening.text ?? '',
      origin: opening.origin,
      category_id: category.id,
      severity: opening.severity ?? category.severity,
      programme_id: opening.programmeId ?? null,
      visit_id: opening.visitId ?? null,
      point_id: opening.pointId ?? null,
      criterion_id: opening.criterionId ?? null,
      place: opening.place ?? '',
      longitude: opening.position?.longitude ?? null,
      latitude: opening.position?.latitude ?? null,
      ...waitingAt(office, now),
      ...(unit && (await givenTo(context, unit, category))),
      office_id: office.id,
      office_path: office.path,
      state: unit === null ? 'found' : 'assigned',
      found_by: opening.foundBy,
      found_at: opening.foundAt,
      changed_at: now,
    })
    .execute()
  await linkFound(context, id, opening)
  const noted = { id, title: opening.title, unit_path: (unit ?? office).path }
  await noteCaseEvent(context, noted, 'case.open', { ...eventOf(opening), kind: 'open' })
  return { id, outcome: 'opened' }
}

/** With its office until somebody says whose it is. */
const waitingAt = ({ id, path, kind }: UnitToMend, now: Date) => ({
  unit_id: id,
  unit_path: path,
  assigned_at: null,
  due_at: 'infinity' as Date | string,
  level: levelOf(kind as UnitKind) as string, // checked by the table
  level_since: now,
  escalated_at: null,
})

const linkFound = (context: Context, id: string, { evidenceIds = [] }: Opening): Promise<void> =>
  linkEvidence(context, evidenceIds, { kind: 'case', id })

const eventOf = ({ id, caseId, visitId, origin, evidenceIds = [], text, foundAt, foundBy }: Opening) => ({
  id: caseId ?? id,
  by: foundBy,
  note: text ?? null,
  at: foundAt,
  content: { origin, ...(visitId && { visitId }), ...(evidenceIds.length > 0 && { evidenceIds }) },
})

const unitOf = async ({ db, actor }: Context, id: string): Promise<UnitToMend> => {
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['id', 'path', 'kind'])
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  return unit
}
