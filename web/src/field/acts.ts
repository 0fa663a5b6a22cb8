import type { Result } from '@luoshi/rules/result'
import { type LocalVisit, StoreFull } from '@luoshi/sync/outbox-store'
import type { Phone } from '@luoshi/sync/phone'
import { forgetPhoto, keepPhoto } from '@luoshi/sync/send-photos'
import { type EntryBody, writeEntry } from '@luoshi/sync/write-entry'
import {
  dropUntouched,
  finishVisit,
  type Look,
  lookAt,
  noteVisit,
  startVisit,
  type VisitHead,
} from '@luoshi/sync/write-visit'
import { sha256Of } from '../evidence/sha256-of.ts'
import { shrinkPhoto } from '../offline/shrink-photo.ts'

/** A photo as taken: who files it is known by the place it was taken at. */
export type Shot = { readonly file: Blob; readonly unitId: string; readonly name: string }

/** What a page may do. Each act is kept on the phone before it is done; where it could not be, it throws and nothing else is lost. */
export type FieldActs = {
  /** The visit as it stands: new, or as far as it had come. */
  readonly begin: (visit: VisitHead) => Promise<LocalVisit>
  /** Visits that were begun and left with nothing in them, not even words being written, are forgotten. */
  readonly forgetUntouched: (except: ReadonlySet<string>) => Promise<void>
  readonly look: (visit: VisitHead, criterionId: string, look: Look) => Promise<void>
  readonly note: (visit: VisitHead, note: string) => Promise<void>
  readonly finish: (visit: VisitHead) => Promise<void>
  readonly write: (entry: (at: string) => EntryBody) => Promise<void>
  /** The id of the photo that was kept. */
  readonly shoot: (shot: Shot) => Promise<string>
  readonly forget: (photoId: string) => Promise<void>
  readonly newId: () => string
}

type ActsOf = {
  readonly phone: Phone<Blob>
  /** By the corrected clock. */
  readonly now: () => Date
  /** Something was kept, and waits to be sent. */
  readonly onWritten: () => void
  /** The phone has no room: told to the whole screen. */
  readonly onFull: () => void
}

export const fieldActs = ({ phone, now, onWritten, onFull }: ActsOf): FieldActs => {
  const kept = async <T>(writing: Promise<Result<T, 'store-full'>>): Promise<T> => {
    const result = await writing
    if (!result.ok) {
      onFull()
      throw new StoreFull()
    }
    onWritten()
    return result.value
  }
  return {
    begin: visit => kept(startVisit(phone, visit)),
    forgetUntouched: except => dropUntouched(phone, except),
    look: async (visit, criterionId, look) => void (await kept(lookAt(phone, visit, criterionId, look))),
    note: async (visit, note) => void (await kept(noteVisit(phone, visit, note))),
    finish: async visit => void (await kept(finishVisit(phone, visit))),
    write: async entry => void (await kept(writeEntry(phone, entry))),
    shoot: async ({ file, unitId, name }) => {
      const bytes = await shrinkPhoto(file)
      const taken = {
        id: phone.newId(),
        unitId,
        name,
        mediaType: bytes.type || 'image/jpeg',
        sha256: await sha256Of(bytes),
        takenAt: now().toISOString(),
      }
      return (await kept(keepPhoto(phone, taken, bytes))).id
    },
    forget: photoId => forgetPhoto(phone, photoId),
    newId: phone.newId,
  }
}
