import { mostEntries, sealBatch, setAside, splitEntry, takeReceipts } from './batch.ts'
import type { Bytes, OutboxEntry } from './outbox-store.ts'
import { clockOf, ifRoom, type Phone } from './phone.ts'
import { learnError } from './phone-clock.ts'
import { waitBefore } from './wait-before.ts'
import type { Reply, Wire } from './wire.ts'

/** Why sending stopped. `wait`: to be tried again after that time, or when the network comes back. */
export type Stopped =
  | { readonly kind: 'all-sent' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'wait'; readonly ms: number }

/** Sends what waits, batch by batch in the order of writing, until all is answered or nothing can be done now. */
export const sendEntries = async <B extends Bytes>(phone: Phone<B>, wire: Wire<B>): Promise<Stopped> => {
  let most = mostEntries
  for (;;) {
    const batch = await sealBatch(phone, most)
    if (batch.length === 0) return { kind: 'all-sent' }
    const reply = await deliver(phone, wire, batch)
    switch (reply.kind) {
      case 'answer': {
        await heard(phone)
        if ((await takeReceipts(phone, reply.value.receipts)) === 0) return failed(phone, null)
        most = mostEntries
        break
      }
      case 'too-large':
      case 'refused':
        if (batch.length === 1) await single(phone, batch[0] as OutboxEntry, reply) // there is one
        most = Math.max(1, Math.floor(batch.length / 2))
        break
      case 'signed-out':
        return { kind: 'signed-out' }
      case 'busy':
        return failed(phone, reply.afterMs)
      case 'unreachable':
        return failed(phone, null)
    }
  }
}

const deliver = async <B extends Bytes>(phone: Phone<B>, wire: Wire<B>, batch: readonly OutboxEntry[]) => {
  const { errorMs } = await phone.store.transaction(tables => clockOf(tables, phone.newId))
  const askedMs = phone.now()
  const reply = await wire.deliver({
    clockErrorMs: errorMs,
    personId: phone.personId,
    entries: batch.map(({ entry }) => entry),
  })
  if (reply.kind === 'answer') {
    const told = { serverMs: Date.parse(reply.value.now), askedMs, heardMs: phone.now() }
    const learn = phone.store.transaction(async tables =>
      tables.put('clock', learnError(await clockOf(tables, phone.newId), told)),
    )
    await ifRoom(learn)
  }
  return reply
}

const single = async <B extends Bytes>(
  phone: Phone<B>,
  { id }: OutboxEntry,
  reply: Extract<Reply<unknown>, { kind: 'too-large' | 'refused' }>,
): Promise<void> => {
  if (reply.kind === 'refused') return setAside(phone, id, reply.trouble)
  if (!(await splitEntry(phone, id))) await setAside(phone, id, { code: 'too-large', title: '', detail: '' })
}

export const heard = async <B extends Bytes>(phone: Phone<B>): Promise<void> => {
  const forgive = phone.store.transaction(async tables => {
    const clock = await clockOf(tables, phone.newId)
    if (clock.failures > 0) await tables.put('clock', { ...clock, failures: 0 })
  })
  await ifRoom(forgive)
}

export const failed = async <B extends Bytes>(phone: Phone<B>, afterMs: number | null): Promise<Stopped> => {
  const { failures: before } = await phone.store.transaction(tables => clockOf(tables, phone.newId))
  const failures = before + 1
  const count = phone.store.transaction(async tables =>
    tables.put('clock', { ...(await clockOf(tables, phone.newId)), failures }),
  )
  await ifRoom(count)
  return { kind: 'wait', ms: Math.max(afterMs ?? 0, waitBefore(failures, phone.chance())) }
}
