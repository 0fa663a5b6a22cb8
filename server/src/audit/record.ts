import type { Action } from '@luoshi/rules/action'
import type { Context } from '../context.ts'

export type Recorded = {
  readonly kind: string
  readonly id: string | null
  /** What it is called, for the reader of the audit; no personal data beyond names of units and things. */
  readonly name?: string | null
  readonly unitPath?: string | null
}

export type RecordContext = Pick<Context, 'db' | 'actor' | 'ids' | 'clock' | 'requestId'>

/** Writes the audit row inside the caller's transaction: what is not recorded did not happen. */
export const record = async (
  { db, actor, ids, clock, requestId }: RecordContext,
  action: Action | `session.${string}` | `setup.${string}`,
  subject: Recorded,
  content: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  await db
    .insertInto('audit_entries')
    .values({
      tenant_id: actor.tenantId,
      id: ids.next(),
      at: clock.now(),
      person_id: actor.via === 'system' ? null : actor.personId,
      via: actor.via,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject: subject.name ?? null,
      unit_path: subject.unitPath ?? null,
      content: JSON.stringify(content),
      request_id: requestId,
    })
    .execute()
}
