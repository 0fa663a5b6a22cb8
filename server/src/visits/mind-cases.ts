import type { ObservationWritten } from '@luoshi/contract/field'
import { observationIdOf } from '@luoshi/rules/derived-id'
import { findingOf } from '../cases/case-findings.ts'
import { handOver, tellFinding } from '../cases/hand-over.ts'
import { caseOfEvent, holdPlace, type Opening, openCase } from '../cases/open-case.ts'
import { withdrawFinding } from '../cases/withdraw-finding.ts'
import type { Context } from '../context.ts'
import type { Judged } from './judge-visit.ts'
import { officeAbove } from './office-above.ts'
import type { CriterionHeld, VisitState } from './visit-ground.ts'

/**
 * Each failed criterion of a finished visit is a case: new, seen again, or come back. When a later word says that it does not fail
 * after all, a case that nothing else holds up and nobody has begun to mend is struck off, or is closed as it was before it came
 * back. So the cases are the same in whatever order the words arrive, whatever cases there were.
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
  // A later word may say that it was seen later than the case was closed.
  const found = [...fails.values()].filter(({ criterionId, stamp }) => failed.get(criterionId)?.stamp !== stamp)
  const mended = [...failed.keys()].filter(criterionId => !fails.has(criterionId))
  if (found.length > 0) {
    const officeId = await officeOf(context, judged)
    const told = judged.round?.secret ? await urgentOf(context, judged, found) : found
    for (const seen of told) await open(context, judged, openingOf(context, judged, after, seen, officeId))
  }
  const reason = judged.round?.secret ? '经核实，并非不符合。' : '检查人已更正，现场并非不符合。'
  for (const criterionId of mended) {
    const finding = { id: observationIdOf(after.id, criterionId), pointId: after.pointId, criterionId }
    await withdrawFinding(context, finding, reason)
  }
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
    const handed = await findingOf(context, opening.id)
    if (handed !== null) await tellFinding(context, handed.caseId, opening)
    if (handed === null || handed.isWithdrawn) await openCase(context, opening)
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
    word: seen.stamp,
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

const open = async (context: Context, { round }: Judged, opening: Opening): Promise<void> => {
  await (round?.secret ? handOver(context, opening) : openCase(context, opening))
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
