import type { Receipt } from '@luoshi/contract/field'
import { utf8 } from '@luoshi/rules/bytes'
import type { Bytes, OutboxEntry, Tables, Trouble } from './outbox-store.ts'
import { clockOf, type Phone } from './phone.ts'

export const mostEntries = 100
export const mostBytes = 1_000_000

/** What goes next, oldest first. From here on these entries are never changed: the server may have them. */
export const sealBatch = <B extends Bytes>(
  phone: Phone<B>,
  most: number = mostEntries,
): Promise<readonly OutboxEntry[]> =>
  phone.store.transaction(async tables => {
    const batch = fitting(waiting(await tables.list('entries'), phone.personId), Math.min(most, mostEntries))
    for (const entry of batch) if (entry.phase === 'open') await tables.put('entries', { ...entry, phase: 'sealed' })
    return batch
  })

/** What has no receipt yet, in the order of writing. */
export const waiting = (entries: readonly OutboxEntry[], personId: string): readonly OutboxEntry[] =>
  entries
    .filter(entry => entry.personId === personId && (entry.phase === 'open' || entry.phase === 'sealed'))
    .sort((one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1))

const fitting = (entries: readonly OutboxEntry[], most: number): readonly OutboxEntry[] => {
  let bytes = 0
  const over = entries.slice(0, most).findIndex(({ entry }) => {
    bytes += utf8(JSON.stringify(entry)).length + 1
    return bytes > mostBytes
  })
  return entries.slice(0, over === -1 ? most : Math.max(1, over))
}

/** Forgets what the server has taken, and shows what it has kept. Says how many were answered. */
export const takeReceipts = <B extends Bytes>(phone: Phone<B>, receipts: readonly Receipt[]): Promise<number> =>
  phone.store.transaction(async tables => {
    let answered = 0
    for (const { id, outcome, problem } of receipts) {
      const known = await tables.get('entries', id)
      if (!known || known.personId !== phone.personId) continue
      answered += 1
      if (outcome === 'kept') await tables.put('entries', { ...known, phase: 'kept', trouble: problem })
      else await tables.drop('entries', id)
    }
    return answered
  })

/** The server would not have it: it stays here, whole, and is shown. */
export const setAside = <B extends Bytes>(phone: Phone<B>, id: string, trouble: Trouble): Promise<void> =>
  phone.store.transaction(async tables => {
    const known = await tables.get('entries', id)
    if (known) await tables.put('entries', { ...known, phase: 'refused', trouble })
  })

/** Makes two entries of a visit that is too large to be taken as one; they say together what it said. False where it cannot be. */
export const splitEntry = <B extends Bytes>(phone: Phone<B>, id: string): Promise<boolean> =>
  phone.store.transaction(async (tables: Tables<B>) => {
    const known = await tables.get('entries', id)
    if (known?.entry.kind !== 'visit' || known.entry.visit.observations.length < 2) return false
    const { deviceId } = await clockOf(tables, phone.newId)
    const { visit } = known.entry
    const half = Math.ceil(visit.observations.length / 2)
    for (const observations of [visit.observations.slice(0, half), visit.observations.slice(half)]) {
      const entry = { ...known.entry, id: phone.newId(), deviceId, visit: { ...visit, observations } }
      await tables.put('entries', { ...known, id: entry.id, phase: 'sealed', entry })
    }
    await tables.drop('entries', id)
    return true
  })
