import type { Channel } from '@luoshi/contract/channels'
import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { unitRef } from '../units/unit-ref.ts'
import { maskedAddress } from './masked-address.ts'

export type ChannelRow = {
  readonly id: string
  readonly person_id: string
  readonly unit_id: string | null
  readonly unit: string | null
  readonly unit_kind: string | null
  readonly unit_path: string | null
  readonly kind: Channel['kind']
  readonly address: string
  readonly secret: string | null
  readonly rhythm: Channel['rhythm']
  readonly active: boolean
  readonly last_sent_at: Date | null
  readonly last_failure: string | null
}

export const channelRows = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  where: ReturnType<typeof sql<SqlBool>>,
): Promise<readonly ChannelRow[]> => {
  const { rows } = await sql<ChannelRow>`
    select c.*, u.name as unit, u.kind as unit_kind, u.path::text as unit_path
    from channels c left join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
    where c.tenant_id = ${actor.tenantId} and ${where} order by c.id`.execute(db)
  return rows
}

export const channelRow = async (context: Pick<Context, 'db' | 'actor'>, id: string): Promise<ChannelRow> => {
  const [row] = await channelRows(context, sql`c.id = ${id}`)
  if (row === undefined) throw new Problem('not-found', { noun: 'notice-channel' })
  return row
}

/** The address of a webhook is a key to the group, so that it is not shown again; neither is the secret. */
export const shownChannel = (row: ChannelRow): Channel => ({
  id: row.id,
  kind: row.kind,
  unit: row.unit_id === null ? null : unitRef(row.unit_id, row.unit ?? '', row.unit_kind ?? 'other'),
  address: maskedAddress(row.kind, row.address),
  rhythm: row.rhythm,
  active: row.active,
  lastSentAt: row.last_sent_at?.toISOString() ?? null,
  lastFailure: row.last_failure,
  actions: ['notice-channel.manage'],
})
