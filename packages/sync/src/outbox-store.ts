import type { EntryWritten } from '@luoshi/contract/field'
import type { PhoneClock } from './phone-clock.ts'
import type { VisitState } from './visit-state.ts'

/** Why something was not taken, in the reader's words. */
export type Trouble = { readonly code: string; readonly title: string; readonly detail: string }

/**
 * `open`: has never left the phone, a visit in it still grows. `sealed`: may have been sent, and is never changed again.
 * `kept`: the server has it whole but could not take it. `refused`: the server would not have it at all; it is here only.
 */
export type Phase = 'open' | 'sealed' | 'kept' | 'refused'

export type OutboxEntry = {
  readonly id: string
  /** Who wrote it; nobody else sends it or sees it. */
  readonly personId: string
  readonly ordinal: number
  readonly phase: Phase
  readonly entry: EntryWritten
  readonly trouble: Trouble | null
}

/** Of a criterion that has no grade yet. */
export type Draft = { readonly note: string; readonly photos: readonly string[] }

/** A visit as this phone knows it: what was written here and what was carried here. */
export type LocalVisit = {
  readonly id: string
  readonly personId: string
  readonly visit: VisitState
  readonly drafts: Readonly<Record<string, Draft>>
}

export type OutboxPhoto = {
  /** The id of the evidence it becomes. */
  readonly id: string
  readonly personId: string
  /** The unit that files it. */
  readonly unitId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly takenAt: string
  readonly ordinal: number
  readonly phase: 'waiting' | 'sent' | 'refused'
  readonly trouble: Trouble | null
}

/** A `Blob` is one. */
export type Bytes = { readonly size: number; readonly slice: (start: number, end: number) => Bytes }

export type Picture<B extends Bytes = Bytes> = { readonly id: string; readonly personId: string; readonly bytes: B }

export type Rows<B extends Bytes = Bytes> = {
  readonly clock: PhoneClock
  readonly visits: LocalVisit
  readonly entries: OutboxEntry
  readonly photos: OutboxPhoto
  /** Apart from `photos`, so that nobody reads megabytes to count them. */
  readonly pictures: Picture<B>
}
export type Table = keyof Rows

export type Tables<B extends Bytes = Bytes> = {
  readonly get: <T extends Table>(table: T, id: string) => Promise<Rows<B>[T] | undefined>
  readonly put: <T extends Table>(table: T, row: Rows<B>[T]) => Promise<void>
  readonly drop: (table: Table, id: string) => Promise<void>
  /** Never asked for pictures. */
  readonly list: <T extends Exclude<Table, 'pictures'>>(table: T) => Promise<readonly Rows<B>[T][]>
}

/**
 * Where a phone keeps what it wrote. A transaction is all or nothing, also when the phone dies in it, and one at a time where
 * they write; what it awaits is only the tables. A store that has no room throws `StoreFull` and has changed nothing.
 */
export type OutboxStore<B extends Bytes = Bytes> = {
  readonly transaction: <T>(run: (tables: Tables<B>) => Promise<T>) => Promise<T>
}

export class StoreFull extends Error {
  constructor() {
    super('The store of this device is full.')
    this.name = 'StoreFull'
  }
}
