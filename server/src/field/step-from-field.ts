import type { EntryWritten } from '@luoshi/contract/field'
import type { CaseEvent } from '@luoshi/rules/case-machine'
import { staleStep } from '@luoshi/rules/case-step-moment'
import { lockCase } from '../cases/lock-case.ts'
import { stepOfCase } from '../cases/step-case.ts'
import type { Context } from '../context.ts'
import { awaitPhotos } from '../evidence/await-photos.ts'
import { Problem } from '../problem.ts'
import { believable } from '../visits/believable-moments.ts'

type Step = Extract<EntryWritten, { kind: 'case-step' }>['step']

/** What the unit has mended, or what the rechecker saw; the photos may come later. It counts from when it was done. */
export const stepFromField = async (context: Context, told: Step, arrivedAt: Date): Promise<void> => {
  const { caseId, step, passed, note, photos } = told
  if (await isOvertaken(context, caseId, step)) return
  const doneAt = new Date(believable(told.doneAt, arrivedAt))
  await refuseStale(context, told, doneAt)
  const shown = [...new Set(photos)]
  // Photos under way are something to show, though nothing of them has arrived.
  const said = note || (shown.length > 0 ? `照片${shown.length}张` : undefined)
  const row = await stepOfCase(
    context,
    { id: caseId, version: null, note: said, doneAt, ...(shown.length > 0 && { content: { evidenceIds: shown } }) },
    eventOf(step, context.actor.personId, passed ?? false, note),
  )
  const subject = { kind: 'case', id: caseId } as const
  const unitId = step === 'recheck' ? row.office_id : row.unit_id
  await awaitPhotos(
    context,
    shown.map(evidenceId => ({ evidenceId, subject, unitId })),
  )
}

/** Accepting and beginning are said by what follows them: told after that, they change nothing. */
const isOvertaken = async (context: Context, caseId: string, step: Step['step']): Promise<boolean> => {
  if (step !== 'accept' && step !== 'start') return false
  const { state } = await lockCase(context, caseId, step === 'accept' ? 'case.accept' : 'case.progress', null)
  const further = ['accepted', 'in-hand', 'submitted', 'rechecked', 'closed']
  return further.indexOf(state) >= (step === 'accept' ? 0 : 1)
}

/** What was done about a submission or a return that is over says nothing of the present one. */
const refuseStale = async (context: Context, { caseId, step, saw }: Step, doneAt: Date): Promise<void> => {
  if (step !== 'submit' && step !== 'recheck') return
  const row = await lockCase(context, caseId, step === 'submit' ? 'case.submit' : 'case.recheck', null)
  const ground = { submittedAt: row.submitted_at, returnedAt: row.returned_at }
  const stale = staleStep({ kind: step, doneAt, saw: saw ?? null }, ground)
  if (stale !== null) throw new Problem(stale)
}

const eventOf = (step: Step['step'], by: string, passed: boolean, reason: string) =>
  step === 'recheck'
    ? ({ kind: 'recheck', by, passed, reason } as const satisfies CaseEvent)
    : ({ kind: step, by } as const satisfies CaseEvent)
