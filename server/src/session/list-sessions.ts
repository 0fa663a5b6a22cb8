import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { deviceOf } from './device-of.ts'

type Session = {
  readonly id: string
  readonly device: string
  readonly address: string
  readonly signedInAt: string
  readonly lastSeenAt: string
  readonly current: boolean
}

type Row = {
  readonly id: string
  readonly user_agent: string | null
  readonly address: string | null
  readonly created_at: Date
  readonly seen_at: Date
}

/** Where one is signed in, latest first. */
export const listSessions = async ({ db, actor }: Context): Promise<Session[]> => {
  const { rows } = await sql<Row>`
    select s.* from people p, sessions_of(p.user_id) s
    where p.tenant_id = ${actor.tenantId} and p.id = ${actor.personId}`.execute(db)
  return rows.map(row => ({
    id: row.id,
    device: deviceOf(row.user_agent),
    address: row.address ?? '',
    signedInAt: row.created_at.toISOString(),
    lastSeenAt: row.seen_at.toISOString(),
    current: row.id === actor.sessionId,
  }))
}

export const revokeSession = async (context: Context, id: string): Promise<void> => {
  const { db, actor } = context
  const { rows } = await sql<{ ended: boolean }>`
    select end_session(p.user_id, ${id}) as ended from people p
    where p.tenant_id = ${actor.tenantId} and p.id = ${actor.personId}`.execute(db)
  if (rows[0]?.ended !== true) throw new Problem('not-found', { noun: 'session' })
  await record(context, 'session.revoked', { kind: 'person', id: actor.personId })
}
