import { type Result, refuse, take } from '@luoshi/rules/result'
import { type Bytes, type OutboxStore, StoreFull, type Tables } from './outbox-store.ts'
import { newClock, type PhoneClock } from './phone-clock.ts'

/** A device in somebody's hand: one who signed in, their part of the store, and what it takes from the world. */
export type Phone<B extends Bytes = Bytes> = {
  readonly store: OutboxStore<B>
  /** Who is signed in. Everything written and sent is theirs alone. */
  readonly personId: string
  /** The phone's own clock, in milliseconds, as wrong as it may be. */
  readonly now: () => number
  readonly newId: () => string
  /** 0–1. */
  readonly chance: () => number
}

/** Writes in one transaction. A full store first gives up pictures that the server has; what was kept before is never lost. */
export const keeping = async <T, B extends Bytes>(
  phone: Phone<B>,
  run: (tables: Tables<B>, clock: PhoneClock) => Promise<T>,
): Promise<Result<T, 'store-full'>> => {
  const attempt = () => phone.store.transaction(async tables => run(tables, await clockOf(tables, phone.newId)))
  try {
    return take(await attempt())
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error
  }
  if ((await freeRoom(phone)) === 0) return refuse('store-full')
  try {
    return take(await attempt())
  } catch (error) {
    if (error instanceof StoreFull) return refuse('store-full')
    throw error
  }
}

/** Notes what may go unnoted: a full store does without. Says whether there was room. */
export const ifRoom = async (noting: Promise<unknown>): Promise<boolean> => {
  try {
    await noting
    return true
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error
    return false
  }
}

/** Gives up the bytes of pictures that the server has, whoever took them; says how many. */
export const freeRoom = <B extends Bytes>({ store }: Phone<B>): Promise<number> =>
  store.transaction(async tables => {
    const sent = (await tables.list('photos')).filter(({ phase }) => phase === 'sent')
    for (const { id } of sent) {
      await tables.drop('pictures', id)
      await tables.drop('photos', id)
    }
    return sent.length
  })

export const clockOf = async <B extends Bytes>(tables: Tables<B>, newId: () => string): Promise<PhoneClock> =>
  (await tables.get('clock', 'clock')) ?? newClock(newId())
