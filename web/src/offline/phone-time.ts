import { correctedMs, type PhoneClock } from '@luoshi/sync/phone-clock'
import { liveQuery } from 'dexie'
import type { OutboxDatabase } from './outbox-database.ts'

/** The phone's clock, set right with what the server told. */
export type PhoneTime = {
  readonly now: () => Date
  /** How far the phone's own clock is ahead; behind, where it is less than 0. */
  readonly aheadMinutes: () => number
  /** Told when that changes. */
  readonly subscribe: (listener: () => void) => () => void
  readonly stop: () => void
}

export const phoneTime = ({ clock }: OutboxDatabase): PhoneTime => {
  const listeners = new Set<() => void>()
  let known: PhoneClock | undefined
  const heard = liveQuery(() => clock.get('clock')).subscribe({
    next: row => {
      const isOther = minutes(row) !== minutes(known)
      known = row
      if (isOther) for (const listener of listeners) listener()
    },
    error: reportError,
  })
  return {
    now: () => rightTime(known),
    aheadMinutes: () => minutes(known),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => heard.unsubscribe(),
  }
}

/** Now, by the phone's clock as far as its error is known. */
export const rightTime = (known: PhoneClock | undefined): Date =>
  new Date(known === undefined ? Date.now() : correctedMs(known, Date.now()))

const minutes = (known: PhoneClock | undefined): number => Math.round((known?.errorMs ?? 0) / 60_000)
