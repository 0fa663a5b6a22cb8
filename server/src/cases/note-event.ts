import type { Action } from '@luoshi/rules/action'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'

export const caseEventKinds = [
  'open',
  'seen-again',
  'relapse',
  'told',
  'assign',
  'accept',
  'refuse',
  'start',
  'submit',
  'recheck',
  'close',
  'dismiss',
  'withdraw',
  'merge',
  'merged-in',
  'list',
  'escalate',
  'comment',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'extension-lapsed',
  'notice',
  'notice-acknowledged',
] as const

export type CaseEventKind = (typeof caseEventKinds)[number]

export type CaseNote = {
  /** Given where the event has a name of its own, such as the observation it comes from: written twice, it is written once. */
  readonly id?: string
  readonly kind: CaseEventKind
  readonly note?: string | null | undefined
  readonly content?: Readonly<Record<string, unknown>>
  readonly at?: Date | string
  /** Whose doing it was, where somebody else writes it down; null where that is not said. */
  readonly by?: string | null
}

export type NotedCase = { readonly id: string; readonly title: string; readonly unit_path: string }

/** Writes what happened into the case's own life and into the audit. */
export const noteCaseEvent = async (
  context: Context,
  noted: NotedCase,
  action: Action,
  event: CaseNote,
): Promise<void> => {
  await writeCaseEvent(context, noted.id, event)
  const subject = { kind: 'case', id: noted.id, name: noted.title.slice(0, 120), unitPath: noted.unit_path }
  await record(context, action, subject, { event: event.kind, ...event.content })
}

export const writeCaseEvent = async (
  { db, actor, ids, clock }: Context,
  caseId: string,
  { id, kind, note, content = {}, at, by }: CaseNote,
): Promise<void> => {
  await db
    .insertInto('case_events')
    .values({
      tenant_id: actor.tenantId,
      id: id ?? ids.next(),
      case_id: caseId,
      at: at ?? clock.now(),
      person_id: by !== undefined ? by : actor.via === 'system' ? null : actor.personId,
      kind,
      note: note || null,
      content: JSON.stringify(content),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
}
