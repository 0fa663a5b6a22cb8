import type { Action } from '@luoshi/rules/action'
import { type CaseEvent, moveCase } from '@luoshi/rules/case-machine'
import type { MergeRefusal } from '@luoshi/rules/case-merging'
import type { Context } from '../context.ts'
import { hasEvidence, linkEvidence } from '../evidence/link-evidence.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { noteCaseEvent } from './note-event.ts'
import { backTo } from './time-of-case.ts'
import { leaveUnit } from './turns.ts'
import { type CaseTableRow, wayOf } from './way-of.ts'

export type CaseStep = {
  readonly id: string
  /** As the actor saw it; null where nobody looked, such as a job. */
  readonly version: number | null
  readonly note?: string | undefined
  readonly evidenceIds?: readonly string[]
  readonly content?: Readonly<Record<string, unknown>>
  /** Where it is told later than it was done. */
  readonly doneAt?: Date
  /** Columns that go with the step besides those of its kind. */
  readonly set?: Readonly<Record<string, unknown>>
}

type Movement = Exclude<CaseEvent['kind'], 'relapse' | 'withdraw'>

const actionOf: Readonly<Record<Movement, Action>> = {
  assign: 'case.assign',
  accept: 'case.accept',
  refuse: 'case.refuse',
  start: 'case.progress',
  submit: 'case.submit',
  recheck: 'case.recheck',
  close: 'case.close',
  dismiss: 'case.assign',
  merge: 'case.merge',
  list: 'case.list',
}

/** One step of a case, and nothing answered. Refuses what may not be, is stale, or does not come next. */
export const stepOfCase = async (
  context: Context,
  { id, version, note, evidenceIds = [], content = {}, doneAt, set = {} }: CaseStep,
  event: CaseEvent & { readonly kind: Movement },
): Promise<CaseTableRow> => {
  const { db, actor, clock } = context
  const action = actionOf[event.kind]
  const row = await lockCase(context, id, action, version)
  const moved = moveCase(wayOf(row), event)
  if (!moved.ok) throw refusalOf(moved.refusal, row.state)
  if (evidenceIds.length > 0) await linkEvidence(context, evidenceIds, { kind: 'case', id })
  if (
    event.kind === 'submit' &&
    !note &&
    evidenceIds.length === 0 &&
    !(await hasEvidence(context, { kind: 'case', id }))
  )
    throw new Problem('evidence-required')
  if (event.kind === 'assign' || event.kind === 'refuse') await leaveUnit(context, row)
  const now = clock.now()
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({
      state: moved.value.state,
      rectified_by: [...moved.value.rectifiedBy],
      returned: moved.value.returned,
      merged_into: moved.value.mergedInto,
      changed_at: now,
      version: row.version + 1,
      ...columnsOf(event, row, actor.personId, doneAt ?? now),
      ...set,
    })
    .execute()
  await noteCaseEvent(context, row, action, {
    kind: event.kind,
    note,
    content: {
      ...content,
      from: row.state,
      ...(doneAt && { doneAt: doneAt.toISOString() }),
      ...(event.kind === 'recheck' && { passed: event.passed }),
      ...(evidenceIds.length > 0 && { evidenceIds }),
    },
  })
  return row
}

const columnsOf = (event: CaseEvent, row: CaseTableRow, person: string, at: Date) => {
  switch (event.kind) {
    case 'refuse':
      return backTo(row)
    case 'submit':
      return { submitted_by: person, submitted_at: at }
    case 'recheck':
      return event.passed
        ? { rechecked_by: person, rechecked_at: at }
        : { submitted_by: null, submitted_at: null, returned_at: at }
    case 'close':
      return { closed_by: person, closed_at: at }
    case 'list':
      return { listed_by: person, listed_at: at }
    default:
      return {}
  }
}

export const refusalOf = (refusal: MergeRefusal, state: string): Problem => {
  switch (refusal) {
    case 'rechecked-by-rectifier':
    case 'closed-by-rectifier':
    case 'merged-by-rectifier':
      return new Problem('own-rectification')
    case 'mended-already':
      return new Problem('mended-not-dismissed')
    case 'assigned-already':
      return new Problem('assigned-already')
    case 'reason-missing':
      return new Problem('reason-required')
    case 'not-from-here':
    case 'already-listed':
    case 'target-not-open':
      return new Problem('state-forbids', { state })
  }
}
