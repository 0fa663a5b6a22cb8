import type { ObservationWritten } from '@luoshi/contract/field'
import { derivedId, observationIdOf } from '@luoshi/rules/derived-id'
import { caseHandedOver, handOver, tellFinding } from '../cases/hand-over.ts'
import { caseOfEvent, holdPlace, type Opening, openCase } from '../cases/open-case.ts'
import { stepOfCase } from '../cases/step-case.ts'
import type { Context } from '../context.ts'
import type { Judged } from './judge-visit.ts'
import { officeAbove } from './office-above.ts'
import type { CriterionHeld, VisitState } from './visit-ground.ts'

/**
 * Each failed criterion of a finished visit is a case: new, seen again, or come back. When a later word says that it does not fail
 * after all, a case that nobody has begun to mend is struck off. So the open cases are the same in whatever order the words arrive.
 *
 * What an unannounced round finds is no case until the round is over (`tell-inspected`), and leaves every case there is alone: its
 * office reads it in the visits. Only what is critical or serious is handed over at once, for it cannot wait, and says no more than
 * what is wrong and where.
 */
export const mindCases = async (
  context: Context,
  judged: Judged,
  before: VisitState | null,
  after: VisitState,
): Promise<void> => {
  const failed = failing(before)
  const fails = failing(after)
  const found = [...fails.values()].filter(({ criterionId }) => !failed.has(criterionId))
  const mended = [...failed.keys()].filter(criterionId => !fails.has(criterionId))
  if (found.length > 0) {
    const officeId = await officeOf(context, judged)
    const told = judged.round?.secret ? await urgentOf(context, judged, found) : found
    for (const seen of told) await open(context, judged, openingOf(context, judged, after, seen, officeId), seen.stamp)
  }
  for (const criterionId of mended) await strikeOff(context, judged, observationIdOf(after.id, criterionId))
}

/** What was held back of a visit while its round was secret becomes a case, or is named in the one it was handed over as; once. */
export const tellFindings = async (context: Context, judged: Judged, visit: VisitState): Promise<void> => {
  const found = [...failing(visit).values()]
  if (found.length === 0) return
  const officeId = await officeOf(context, judged)
  for (const seen of found) {
    const opening = openingOf(context, judged, visit, seen, officeId)
    await holdPlace(context, opening)
    if ((await caseOfEvent(context, opening.id)) !== null) continue
    const handed = await caseHandedOver(context, opening.id)
    if (handed !== null) await tellFinding(context, handed, opening)
    if (handed === null || (await isStruckOff(context, handed))) await open(context, judged, opening, seen.stamp)
  }
}

const officeOf = async (context: Context, { round, point }: Judged): Promise<string> =>
  round?.unit_id ?? (await officeAbove(context, point.unit_path))

const failing = (visit: VisitState | null): ReadonlyMap<string, ObservationWritten> =>
  new Map(
    visit === null || visit.finishedAt === null
      ? []
      : visit.observations.filter(({ grade }) => grade === 'fails').map(seen => [seen.criterionId, seen]),
  )

const criterionOf = ({ version }: Judged, { criterionId }: ObservationWritten): CriterionHeld =>
  version.criteria.find(({ id }) => id === criterionId) as CriterionHeld // judged to be of the version

/** What cannot wait until an unannounced round is over. */
const urgentOf = async (
  context: Context,
  judged: Judged,
  found: readonly ObservationWritten[],
): Promise<readonly ObservationWritten[]> => {
  const serious = await seriousCategories(context)
  return found.filter(seen => {
    const { critical, category_id } = criterionOf(judged, seen)
    return critical || serious.has(category_id ?? '')
  })
}

const openingOf = (
  { actor }: Context,
  judged: Judged,
  visit: VisitState,
  seen: ObservationWritten,
  officeId: string,
): Opening => {
  const { point, round, version } = judged
  const criterion = criterionOf(judged, seen)
  return {
    id: observationIdOf(visit.id, seen.criterionId),
    origin: round === null || round.kind === 'patrol' ? 'patrol' : 'visit',
    title: titleOf(criterion.text),
    text: seen.note,
    categoryId: criterion.category_id,
    severity: criterion.critical ? 'serious' : null,
    programmeId: round?.programme_id ?? version.programme_id,
    visitId: visit.id,
    pointId: point.id,
    criterionId: seen.criterionId,
    officeId,
    unitId: point.unit_id,
    foundAt: new Date(seen.seenAt),
    foundBy: actor.personId,
  }
}

const open = async (context: Context, { round }: Judged, opening: Opening, stamp: string): Promise<void> => {
  const again = { ...opening, id: derivedId('finding', opening.id, stamp) }
  // It failed, did not fail after all, and fails again: the case that was struck off stays so, and another is opened.
  if (round?.secret) {
    const handed = await caseHandedOver(context, opening.id)
    return handOver(context, handed !== null && (await isStruckOff(context, handed)) ? again : opening)
  }
  const opened = await openCase(context, opening)
  if (opened.outcome === 'already' && (await isStruckOff(context, opened.id))) await openCase(context, again)
}

const titleOf = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`)

const seriousCategories = async ({ db, actor }: Context): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('case_categories')
    .where('tenant_id', '=', actor.tenantId)
    .where('severity', '=', 'serious')
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const stateOf = async ({ db, actor }: Context, caseId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', caseId)
    .select('state')
    .executeTakeFirst()
  return row?.state
}

const isStruckOff = async (context: Context, caseId: string): Promise<boolean> =>
  (await stateOf(context, caseId)) === 'dismissed'

/** Only what this finding alone opened, and nobody has taken up. The house does it: the finder has no right over cases. */
const strikeOff = async (context: Context, { round }: Judged, observationId: string): Promise<void> => {
  const { db, actor } = context
  const handed = round?.secret ? await caseHandedOver(context, observationId) : null
  const opened = await db
    .selectFrom('case_events as e')
    .innerJoin('cases as c', join => join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.case_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where(eb =>
      eb.or([
        eb.and([eb('e.id', '=', observationId), eb('e.kind', '=', 'open')]),
        // Handed over, and told of since or not. What came back so keeps its history.
        eb.and([
          eb.or([eb('e.id', '=', handed), eb.and([eb('e.id', '=', observationId), eb('e.kind', '=', 'told')])]),
          eb('c.relapses', '=', 0),
        ]),
      ]),
    )
    .where('c.state', 'in', ['found', 'assigned'])
    .select(['c.id', 'c.relapses'])
    .executeTakeFirst()
  if (!opened) return
  const house = { ...context, actor: { ...actor, via: 'system' as const } }
  const reason = round?.secret ? '经核实，并非不符合。' : '检查人已更正，现场并非不符合。'
  await stepOfCase(
    house,
    { id: opened.id, version: null, note: reason, set: { due_at: 'infinity' } },
    { kind: 'dismiss', by: actor.personId, reason },
  )
}
