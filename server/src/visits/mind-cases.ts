import type { ObservationWritten } from '@luoshi/contract/field'
import { derivedId, observationIdOf } from '@luoshi/rules/derived-id'
import { type Opening, openCase } from '../cases/open-case.ts'
import { stepOfCase } from '../cases/step-case.ts'
import type { Context } from '../context.ts'
import type { Judged } from './judge-visit.ts'
import { officeAbove } from './office-above.ts'
import type { CriterionHeld, VisitState } from './visit-ground.ts'

/**
 * Each failed criterion of a finished visit is a case: new, seen again, or come back. When a later word says that it does not fail
 * after all, a case that nobody has begun to mend is struck off. So the open cases are the same in whatever order the words arrive.
 *
 * What an unannounced round finds waits with the round's office until the round is over (`tell-inspected`), but for what is
 * critical or serious: that reaches the unit at once, for it cannot wait, and gives away no more than the place.
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
    const { round, point } = judged
    const officeId = round?.unit_id ?? (await officeAbove(context, point.unit_path))
    const serious = round?.secret ? await seriousCategories(context) : new Set<string>()
    for (const seen of found) await open(context, judged, after, seen, { officeId, serious })
  }
  for (const criterionId of mended) await strikeOff(context, observationIdOf(after.id, criterionId))
}

const failing = (visit: VisitState | null): ReadonlyMap<string, ObservationWritten> =>
  new Map(
    visit === null || visit.finishedAt === null
      ? []
      : visit.observations.filter(({ grade }) => grade === 'fails').map(seen => [seen.criterionId, seen]),
  )

type Reach = { readonly officeId: string; readonly serious: ReadonlySet<string> }

const open = async (
  context: Context,
  { point, round, version }: Judged,
  visit: VisitState,
  seen: ObservationWritten,
  { officeId, serious }: Reach,
): Promise<void> => {
  const criterion = version.criteria.find(({ id }) => id === seen.criterionId) as CriterionHeld // judged to be of the version
  const isUrgent = criterion.critical || serious.has(criterion.category_id ?? '')
  const opening: Opening = {
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
    unitId: round?.secret && !isUrgent ? null : point.unit_id,
    foundAt: new Date(seen.seenAt),
    foundBy: context.actor.personId,
  }
  const opened = await openCase(context, opening)
  // It failed, did not fail after all, and fails again: the case that was struck off stays so, and another is opened.
  if (opened.outcome === 'already' && (await isStruckOff(context, opened.id)))
    await openCase(context, { ...opening, id: derivedId('finding', opening.id, seen.stamp) })
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
const strikeOff = async (context: Context, observationId: string): Promise<void> => {
  const { db, actor } = context
  const opened = await db
    .selectFrom('case_events as e')
    .innerJoin('cases as c', join => join.onRef('c.tenant_id', '=', 'e.tenant_id').onRef('c.id', '=', 'e.case_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.id', '=', observationId)
    .where('e.kind', '=', 'open')
    .where('c.state', 'in', ['found', 'assigned'])
    .select(['c.id', 'c.relapses'])
    .executeTakeFirst()
  if (!opened) return
  const house = { ...context, actor: { ...actor, via: 'system' as const } }
  const reason = '检查人已更正，现场并非不符合。'
  await stepOfCase(
    house,
    { id: opened.id, version: null, note: reason, set: { due_at: 'infinity' } },
    { kind: 'dismiss', by: actor.personId, reason },
  )
}
