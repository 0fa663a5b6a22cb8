import { waiting } from './batch.ts'
import { type Bytes, type OutboxEntry, type OutboxPhoto, StoreFull } from './outbox-store.ts'
import { freeRoom, type Phone } from './phone.ts'
import { type Stopped, sendEntries } from './send-entries.ts'
import { sendPhotos } from './send-photos.ts'
import type { Wire } from './wire.ts'

/** What a person may see of their own outbox at any time. */
export type Outbox = {
  readonly entries: number
  readonly photos: number
  readonly photoBytes: number
  /** What could not be taken, with the reason: by the server, which has it, or not even by the server. */
  readonly troubled: readonly OutboxEntry[]
  readonly troubledPhotos: readonly OutboxPhoto[]
}

export const readOutbox = <B extends Bytes>({ store, personId }: Phone<B>): Promise<Outbox> =>
  store.transaction(async tables => {
    const entries = await tables.list('entries')
    const photos = (await tables.list('photos')).filter(photo => photo.personId === personId)
    const unsent = photos.filter(({ phase }) => phase === 'waiting')
    return {
      entries: waiting(entries, personId).length,
      photos: unsent.length,
      photoBytes: unsent.reduce((sum, { bytes }) => sum + bytes, 0),
      troubled: entries.filter(entry => entry.personId === personId && isTroubled(entry)),
      troubledPhotos: photos.filter(({ phase }) => phase === 'refused'),
    }
  })

/**
 * Entries first: they are small, and say what the photos are of. A store too full to note what goes next sends photos first:
 * each that the server has makes room.
 */
export const sendAll = async <B extends Bytes>(phone: Phone<B>, wire: Wire<B>): Promise<Stopped> => {
  try {
    const stopped = await sendEntries(phone, wire)
    return stopped.kind === 'all-sent' ? await sendPhotos(phone, wire) : stopped
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error
  }
  const stopped = await sendPhotos(phone, wire)
  if (stopped.kind !== 'all-sent') return stopped
  await freeRoom(phone)
  return sendEntries(phone, wire)
}

/** Tries again what was kept or refused: the server says what has become of it since. */
export const tryAgain = <B extends Bytes>({ store, personId }: Phone<B>): Promise<void> =>
  store.transaction(async tables => {
    for (const entry of await tables.list('entries'))
      if (entry.personId === personId && isTroubled(entry))
        await tables.put('entries', { ...entry, phase: 'sealed', trouble: null })
    for (const photo of await tables.list('photos'))
      if (photo.personId === personId && photo.phase === 'refused')
        await tables.put('photos', { ...photo, phase: 'waiting', trouble: null })
  })

/** Takes from sight what the server has kept, once its writer has read why. What is only here stays. */
export const putOutOfSight = <B extends Bytes>({ store, personId }: Phone<B>, id: string): Promise<void> =>
  store.transaction(async tables => {
    const entry = await tables.get('entries', id)
    if (entry?.personId === personId && entry.phase === 'kept') await tables.drop('entries', id)
  })

const isTroubled = ({ phase }: OutboxEntry): boolean => phase === 'kept' || phase === 'refused'
