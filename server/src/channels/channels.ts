import type { Channel } from '@luoshi/contract/channels'
import { scopeOf } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import * as z from 'zod'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { Problem } from '../problem.ts'
import { lockUnit } from '../units/lock-unit.ts'
import { type ChannelRow, channelRow, channelRows, shownChannel } from './channel-rows.ts'
import { send } from './send.ts'

/** One's own channels, and those of the units one keeps channels for. */
export const listChannels = async (context: Context): Promise<Channel[]> => {
  const { actor } = context
  const scope = pathArray(scopeOf(actor, 'notice-channel.manage'))
  const rows = await channelRows(
    context,
    sql`((c.unit_id is null and c.person_id = ${actor.personId}) or u.path <@ any(${scope}))`,
  )
  return rows.map(shownChannel)
}

export type NewChannel = Pick<Channel, 'kind' | 'address' | 'rhythm'> & {
  readonly unitId: string | null
  readonly secret: string | null
}

export const addChannel = async (context: Context, wanted: NewChannel): Promise<Channel> => {
  const { db, actor, ids, publicUrl } = context
  refuseWrongAddress(wanted, publicUrl)
  let unitPath: string | null = null
  if (wanted.unitId !== null) {
    const unit = await lockUnit(context, wanted.unitId)
    allow(actor, 'unit.read', { tenantId: actor.tenantId, unitPath: unit.path })
    allow(actor, 'notice-channel.manage', { tenantId: actor.tenantId, unitPath: unit.path })
    unitPath = unit.path
  }
  const id = ids.next()
  await db
    .insertInto('channels')
    .values({
      tenant_id: actor.tenantId,
      id,
      person_id: actor.personId,
      unit_id: wanted.unitId,
      kind: wanted.kind,
      address: wanted.address,
      secret: wanted.secret,
      rhythm: wanted.rhythm,
    })
    .execute()
  await noted(context, { id, kind: wanted.kind, unit_path: unitPath }, 'added')
  return shownChannel(await channelRow(context, id))
}

export type ChannelChange = {
  readonly id: string
  readonly rhythm?: Channel['rhythm'] | undefined
  readonly active?: boolean | undefined
}

export const changeChannel = async (context: Context, { id, rhythm, active }: ChannelChange): Promise<Channel> => {
  const { db, actor } = context
  const row = await ownChannel(context, id)
  await db
    .updateTable('channels')
    .set({ rhythm: rhythm ?? row.rhythm, active: active ?? row.active })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await noted(context, row, 'changed')
  return shownChannel(await channelRow(context, id))
}

/** Sends a trial message now, so that whoever sets a channel up sees that it works. */
export const testChannel = async (context: Context, id: string): Promise<void> => {
  const row = await ownChannel(context, id)
  const message = {
    title: '落实：测试消息',
    groups: [{ heading: '这是一条测试消息', lines: ['收到它，说明通知渠道设置成功。'] }],
    url: context.publicUrl,
  }
  try {
    await send(context, row, message)
  } catch (error) {
    throw new Problem('channel-unreachable', { reason: error instanceof Error ? error.message : String(error) })
  }
  await noted(context, row, 'tested')
}

export const removeChannel = async (context: Context, id: string): Promise<void> => {
  const { db, actor } = context
  const row = await ownChannel(context, id)
  await db.deleteFrom('channels').where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute()
  await noted(context, row, 'removed')
}

const ownChannel = async (context: Context, id: string): Promise<ChannelRow> => {
  const { actor } = context
  const row = await channelRow(context, id)
  if (row.unit_path !== null) {
    allow(actor, 'unit.read', { tenantId: actor.tenantId, unitPath: row.unit_path })
    allow(actor, 'notice-channel.manage', { tenantId: actor.tenantId, unitPath: row.unit_path })
  } else if (row.person_id !== actor.personId) throw new Problem('not-found', { noun: 'notice-channel' })
  return row
}

const noted = (
  context: Context,
  { id, kind, unit_path }: Pick<ChannelRow, 'id' | 'kind' | 'unit_path'>,
  what: string,
): Promise<void> =>
  record(context, 'notice-channel.manage', { kind: 'notice-channel', id, name: kind, unitPath: unit_path }, { what })

/** A webhook speaks for a unit, and over an encrypted connection unless the house itself is only being tried out. */
const refuseWrongAddress = ({ kind, address, unitId }: NewChannel, publicUrl: string): void => {
  const wrong = (field: string, message: string): Problem => new Problem('input-invalid', {}, [{ field, message }])
  if (kind === 'email') {
    if (!z.email().safeParse(address).success) throw wrong('address', 'not-an-email')
    return
  }
  if (unitId === null) throw wrong('unitId', 'webhook-unit')
  const protocols = publicUrl.startsWith('https://') ? ['https:'] : ['https:', 'http:']
  const url = URL.parse(address)
  if (url === null || !protocols.includes(url.protocol)) throw wrong('address', 'webhook-address')
}
