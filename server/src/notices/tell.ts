import type { Message } from '../channels/message.ts'
import { send } from '../channels/send.ts'
import type { Context, House } from '../context.ts'
import { asSystem } from '../jobs/as-system.ts'
import { digest } from './digest.ts'
import type { Recipient } from './recipients.ts'
import type { Thing } from './thing.ts'
import { thingsFor } from './things.ts'

/**
 * Tells a recipient what it has not been told yet, in one message. What is told is claimed before it is sent: a second run, or
 * one that was broken off, tells nothing twice. What no channel took is given back, to be told another time.
 */
export const tell = async (house: House, tenantId: string, recipient: Recipient): Promise<void> => {
  const news = await asSystem(house, tenantId, async context =>
    claim(context, recipient, await thingsFor(context, recipient)),
  )
  if (news.length === 0) return
  const message = digest(news, house.clock.now(), house.publicUrl)
  if (!(await sendThroughAny(house, tenantId, recipient, message)))
    await asSystem(house, tenantId, context => giveBack(context, recipient, news))
}

/** The things that nobody has claimed for this recipient. */
const claim = async (
  { db, actor, ids, clock }: Context,
  { personId, unitId }: Recipient,
  things: readonly Thing[],
): Promise<readonly Thing[]> => {
  if (things.length === 0) return []
  const now = clock.now()
  const rows = await db
    .insertInto('notices_due')
    .values(
      things.map(({ key, kind, subjectKind, subjectId }) => ({
        tenant_id: actor.tenantId,
        id: ids.next(),
        person_id: personId,
        unit_id: unitId,
        thing: key,
        kind,
        subject_kind: subjectKind,
        subject_id: subjectId,
        content: '{}',
        created_at: now,
        sent_at: now,
      })),
    )
    .onConflict(conflict => conflict.columns(['tenant_id', 'person_id', 'unit_id', 'thing']).doNothing())
    .returning('thing')
    .execute()
  const claimed = new Set(rows.map(({ thing }) => thing))
  return things.filter(({ key }) => claimed.has(key))
}

const giveBack = async (
  { db, actor }: Context,
  { personId, unitId }: Recipient,
  things: readonly Thing[],
): Promise<void> => {
  await db
    .deleteFrom('notices_due')
    .where('tenant_id', '=', actor.tenantId)
    .where(eb => (personId === null ? eb('unit_id', '=', unitId) : eb('person_id', '=', personId)))
    .where(
      'thing',
      'in',
      things.map(({ key }) => key),
    )
    .execute()
}

/** True once one channel has taken it. */
const sendThroughAny = async (
  house: House,
  tenantId: string,
  { channels }: Recipient,
  message: Message,
): Promise<boolean> => {
  for (const channel of channels) {
    const failure = await send(house, channel, message).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    await asSystem(house, tenantId, async ({ db, actor, clock }) => {
      await db
        .updateTable('channels')
        .set(failure === null ? { last_sent_at: clock.now(), last_failure: null } : { last_failure: failure })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', channel.id)
        .execute()
    })
    if (failure === null) return true
    house.log.warn({ channelId: channel.id }, 'A channel did not take a notice')
  }
  return false
}
