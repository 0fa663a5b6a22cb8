import type { Phone } from '@luoshi/sync/phone'
import { openFieldDatabase } from '../offline/field-database.ts'
import { formDrafts } from '../offline/form-drafts.ts'
import { dexieStore, openOutboxDatabase } from '../offline/outbox-database.ts'
import { phoneTime } from '../offline/phone-time.ts'
import { type Synchroniser, synchronise } from '../offline/synchroniser.ts'
import { newId } from '../ui/uuid.ts'
import { fieldActs } from './acts.ts'
import type { Field } from './field-context.tsx'
import type { Who } from './who.ts'

export type Started = {
  readonly field: Field
  readonly phone: Phone<Blob>
  readonly sync: Synchroniser
  readonly stop: () => void
}

const outbox = openOutboxDatabase()

/** Everything that a signed-in person's pages work with, until somebody else signs in. */
export const startField = (person: Who, onRoom: (isThere: boolean) => void): Started => {
  const carried = openFieldDatabase(person.id)
  const phone: Phone<Blob> = {
    store: dexieStore(outbox),
    personId: person.id,
    now: Date.now,
    newId,
    chance: Math.random,
  }
  const sync = synchronise(phone, carried)
  const onFull = (): void => onRoom(false)
  const onWritten = (): void => {
    onRoom(true)
    sync.run()
  }
  const time = phoneTime(outbox)
  const acts = fieldActs({ phone, now: time.now, onWritten, onFull })
  sync.run('fetch')
  // The browser is asked not to clear the store when space gets tight; it may refuse, and the outbox says so when it is full.
  void navigator.storage?.persist?.()
  return {
    field: { person, carried, outbox, acts, time, drafts: formDrafts(carried, onFull) },
    phone,
    sync,
    stop: () => {
      sync.stop()
      time.stop()
      carried.close()
    },
  }
}
