import type { EntryWritten, Receipt } from '@luoshi/contract/field'
import type { Bytes, Trouble } from './outbox-store.ts'

/** What became of a request, as far as the outbox has to tell. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** 401: the sign-in has expired, or is somebody else's now. */
  | { readonly kind: 'signed-out' }
  /** 413. */
  | { readonly kind: 'too-large' }
  /** 408, 429 and 5xx; with the wait that was asked for. */
  | { readonly kind: 'busy'; readonly afterMs: number | null }
  /** No answer at all, or none in time. */
  | { readonly kind: 'unreachable' }
  /** Any other refusal. */
  | { readonly kind: 'refused'; readonly trouble: Trouble }

export type Delivery = {
  readonly clockErrorMs: number
  readonly personId: string
  readonly entries: readonly EntryWritten[]
}

export type PhotoAnnounced = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly mediaType: string
  readonly sha256: string
}

export type PhotoFiled = {
  readonly id: string
  readonly unitId: string
  readonly uploadId: string
  readonly name: string
  readonly takenAt: string
}

/** The way to the server. It never throws for what the network does. */
export type Wire<B extends Bytes = Bytes> = {
  readonly deliver: (
    delivery: Delivery,
  ) => Promise<Reply<{ readonly now: string; readonly receipts: readonly Receipt[] }>>
  readonly startPhoto: (
    photo: PhotoAnnounced,
  ) => Promise<Reply<{ readonly received: number; readonly already: boolean }>>
  readonly putPiece: (id: string, offset: number, piece: B) => Promise<Reply<{ readonly received: number }>>
  readonly finishPhoto: (photo: PhotoFiled) => Promise<Reply<null>>
}
