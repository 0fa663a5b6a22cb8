import type { EntryWritten } from '@luoshi/contract/field'
import type { Result } from '@luoshi/rules/result'
import type { Bytes, OutboxEntry, Tables } from './outbox-store.ts'
import { keeping, type Phone } from './phone.ts'
import { type PhoneClock, tick } from './phone-clock.ts'

type Head = 'id' | 'deviceId' | 'writtenAt'
/** An entry without its head, of whichever kind. */
export type EntryBody = EntryWritten extends infer E ? (E extends EntryWritten ? Omit<E, Head> : never) : never

/** Keeps a finding, a piece of recurring work or a step of a case, at the instant of writing; says the entry's id. */
export const writeEntry = <B extends Bytes>(
  phone: Phone<B>,
  write: (at: string) => EntryBody,
): Promise<Result<string, 'store-full'>> =>
  keeping(phone, async (tables, clock) => {
    const ticked = tick(clock, phone.now())
    return appendEntry(tables, phone, ticked.clock, write(ticked.at))
  })

/** Puts an entry at the end of what is to be sent, and the clock as it is after it. */
export const appendEntry = async <B extends Bytes>(
  tables: Tables<B>,
  phone: Phone<B>,
  clock: PhoneClock,
  body: EntryBody,
): Promise<string> => {
  const ordinal = clock.ordinal + 1
  const head = { id: phone.newId(), deviceId: clock.deviceId, writtenAt: new Date(phone.now()).toISOString() }
  const entry: OutboxEntry = {
    id: head.id,
    personId: phone.personId,
    ordinal,
    phase: 'open',
    entry: { ...head, ...body },
    trouble: null,
  }
  await tables.put('entries', entry)
  await tables.put('clock', { ...clock, ordinal })
  return head.id
}
