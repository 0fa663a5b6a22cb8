import { record } from '../audit/record.ts'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'

/** Whose account an entry is about. */
export type Holder = { readonly tenantId: string; readonly personId: string }

export type SignInEvent = 'sign-in' | 'refused' | 'locked' | 'sign-out' | 'password-changed' | 'second-factor-changed'

/** Records what happened to an account, with what belongs to it, in one transaction. */
export const auditSignIn = (
  house: House,
  requestId: string,
  { tenantId, personId }: Holder,
  event: SignInEvent,
  content: Readonly<Record<string, unknown>> = {},
  besides: (db: Scoped) => Promise<unknown> = async () => {},
): Promise<void> =>
  inTenant(house.db, tenantId, async db => {
    await besides(db)
    const actor = { tenantId, personId, memberships: [], name: '', via: 'desk', sessionId: null } as const
    await record(
      { db, actor, ids: house.ids, clock: house.clock, requestId },
      `session.${event}`,
      { kind: 'person', id: personId },
      content,
    )
  })
