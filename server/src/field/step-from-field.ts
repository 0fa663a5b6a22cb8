import type { EntryWritten } from '@luoshi/contract/field'
import type { CaseEvent } from '@luoshi/rules/case-machine'
import { lockCase } from '../cases/lock-case.ts'
import { stepOfCase } from '../cases/step-case.ts'
import type { Context } from '../context.ts'
import { awaitPhotos } from '../evidence/await-photos.ts'

type Step = Extract<EntryWritten, { kind: 'case-step' }>['step']

/** What the unit has mended, or what the rechecker saw; the photos may come later. */
export const stepFromField = async (context: Context, { caseId, step, passed, note, photos }: Step): Promise<void> => {
  if (await isOvertaken(context, caseId, step)) return
  const shown = [...new Set(photos)]
  // Photos under way are something to show, though nothing of them has arrived.
  const said = note || (shown.length > 0 ? `照片${shown.length}张` : undefined)
  const row = await stepOfCase(
    context,
    { id: caseId, version: null, note: said, ...(shown.length > 0 && { content: { evidenceIds: shown } }) },
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

const eventOf = (step: Step['step'], by: string, passed: boolean, reason: string) =>
  step === 'recheck'
    ? ({ kind: 'recheck', by, passed, reason } as const satisfies CaseEvent)
    : ({ kind: step, by } as const satisfies CaseEvent)
