import { type Outbox, readOutbox } from '@luoshi/sync/outbox'
import type { OutboxEntry } from '@luoshi/sync/outbox-store'
import { dexieStore } from '../offline/outbox-database.ts'
import { useLive } from '../offline/use-live.ts'
import { useField } from './field-context.tsx'

/** What this person still has on the phone, and what could not be taken. */
export const useOutbox = (): Outbox | undefined => {
  const { outbox, person } = useField()
  return useLive(`outbox ${person.id}`, () =>
    readOutbox({
      store: dexieStore(outbox, 'r'),
      personId: person.id,
      now: Date.now,
      newId: () => '',
      chance: () => 0,
    }),
  )
}

/** What waits to be sent, in the order of writing; of one visit its first word stands for all. */
export const useWaiting = (): readonly OutboxEntry[] | undefined => {
  const { outbox, person } = useField()
  return useLive(`waiting ${person.id}`, async () => {
    const entries = await outbox.entries.toArray()
    const waiting = entries
      .filter(({ personId, phase }) => personId === person.id && (phase === 'open' || phase === 'sealed'))
      .toSorted((one, other) => one.ordinal - other.ordinal)
    const named = waiting.map(row => [row.entry.kind === 'visit' ? row.entry.visit.id : row.id, row] as const)
    return [...new Map(named.toReversed()).values()].toReversed()
  })
}
