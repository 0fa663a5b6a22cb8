import type { Context } from '../context.ts'
import type { ItemChange } from '../review/comparison.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import type { AnyItem } from './item-content.ts'
import type { Publication } from './publication.ts'
import { reviseDuty, withdrawDuty } from './revise-duties.ts'
import { reviseFixture, revisePhase, withdrawFixture, withdrawPhase } from './revise-fixtures.ts'
import { reviseTask, withdrawTask } from './revise-tasks.ts'
import { writeDuties } from './write-duties.ts'
import { writeFixtures } from './write-programme.ts'
import { writePhases, writeTasks } from './write-tasks.ts'

export type Revision = {
  readonly programmeId: string
  readonly changes: readonly ItemChange[]
  readonly publication: Publication
  readonly review: ReviewedPlan
  /** Keys of what is gone from the document and goes on all the same. */
  readonly keep: ReadonlySet<string>
}

/** Brings the rows of a programme to a new version, phases first, for tasks stand in them. */
export const applyRevision = async (context: Context, revision: Revision): Promise<void> => {
  const phaseIds = await revisePhases(context, revision)
  await reviseTasks(context, revision, phaseIds)
  await reviseDuties(context, revision)
  const { changes, review, programmeId } = revision
  const fixtures = changes.filter(({ kind }) => kind !== 'phase' && kind !== 'task' && kind !== 'duty')
  for (const change of fixtures) {
    const paired = pairOf(change)
    if (paired) await reviseFixture(context, paired.rowId, paired.item, review.book)
  }
  for (const { kind, rowId } of goneOf(revision, fixtures)) await withdrawFixture(context, kind, rowId)
  await writeFixtures(context, programmeId, addedTo(fixtures), review.book)
  // Last, when nothing that goes on stands in them.
  for (const { rowId } of goneOf(revision, ofKind(changes, 'phase'))) await withdrawPhase(context, rowId)
}

const ofKind = (changes: readonly ItemChange[], kind: ItemChange['kind']) => changes.filter(one => one.kind === kind)

/** A change that has both sides, as the row that runs and the item it becomes. */
const pairOf = (change: ItemChange): { readonly rowId: string; readonly item: AnyItem } | null =>
  (change.what === 'same' || change.what === 'changed') && change.before.rowId !== null
    ? { rowId: change.before.rowId, item: change.after.item }
    : null

const addedTo = (changes: readonly ItemChange[]): readonly AnyItem[] =>
  changes.flatMap(change => (change.what === 'added' ? [change.after.item] : []))

const goneOf = ({ keep }: Revision, changes: readonly ItemChange[]) =>
  changes.flatMap(change =>
    change.what === 'gone' && change.before.rowId !== null && !keep.has(change.key)
      ? [{ kind: change.kind, rowId: change.before.rowId }]
      : [],
  )

const revisePhases = async (
  context: Context,
  { programmeId, changes, publication }: Revision,
): Promise<ReadonlyMap<string, string>> => {
  const phases = ofKind(changes, 'phase')
  const byItem = new Map(publication.phases.map(phase => [phase.itemId, phase]))
  const ids = new Map<string, string>()
  for (const change of phases) {
    const paired = pairOf(change)
    const phase = paired && byItem.get(paired.item.id)
    if (!paired || !phase) continue
    await revisePhase(context, paired.rowId, phase)
    ids.set(phase.itemId, paired.rowId)
  }
  const added = addedTo(phases).flatMap(({ id }) => byItem.get(id) ?? [])
  return new Map([...ids, ...(await writePhases(context, programmeId, added))])
}

const reviseTasks = async (
  context: Context,
  revision: Revision,
  phaseIds: ReadonlyMap<string, string>,
): Promise<void> => {
  const { programmeId, publication, review } = revision
  const tasks = ofKind(revision.changes, 'task')
  const byItem = new Map(publication.tasks.map(task => [task.itemId, task]))
  for (const change of tasks) {
    const paired = pairOf(change)
    const task = paired && byItem.get(paired.item.id)
    if (!paired || !task) continue
    const phaseId = phaseIds.get(task.phaseItemId ?? '') ?? null
    await reviseTask(context, { programmeId, taskId: paired.rowId, task, phaseId }, review.book)
  }
  for (const { rowId } of goneOf(revision, tasks)) await withdrawTask(context, rowId)
  const added = addedTo(tasks).flatMap(({ id }) => byItem.get(id) ?? [])
  await writeTasks(context, programmeId, added, phaseIds, review.book)
}

const reviseDuties = async (context: Context, revision: Revision): Promise<void> => {
  const { programmeId, publication, review } = revision
  const duties = ofKind(revision.changes, 'duty')
  const byItem = new Map(publication.duties.map(duty => [duty.itemId, duty]))
  for (const change of duties) {
    const paired = pairOf(change)
    const duty = paired && byItem.get(paired.item.id)
    if (paired && duty) await reviseDuty(context, paired.rowId, duty, review.book)
  }
  for (const { rowId } of goneOf(revision, duties)) await withdrawDuty(context, rowId)
  const added = addedTo(duties).flatMap(({ id }) => byItem.get(id) ?? [])
  await writeDuties(context, programmeId, added, review.book)
}
