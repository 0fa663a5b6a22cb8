import type { ObservationWritten, VisitWritten } from '@luoshi/contract/field'
import type { Result } from '@luoshi/rules/result'
import type { Bytes, Draft, LocalVisit, Tables } from './outbox-store.ts'
import { keeping, type Phone } from './phone.ts'
import { type PhoneClock, tick } from './phone-clock.ts'
import { readStamp, writeStamp } from './stamp.ts'
import { mergeObservation, mergeVisits, settled, type VisitState } from './visit-state.ts'
import { appendEntry } from './write-entry.ts'

export type VisitHead = Pick<VisitState, 'id' | 'roundId' | 'pointId' | 'versionId'>

/** One tap, or several, at one criterion. What is left out stays as it is. */
export type Look = {
  readonly grade?: ObservationWritten['grade']
  readonly exception?: string | null
  readonly note?: string
  readonly addPhotos?: readonly string[]
  readonly dropPhotos?: readonly string[]
}

type Written = Promise<Result<LocalVisit, 'store-full'>>

/** Begins a visit on this phone, or goes on with it where this phone or another has begun. The server hears of it with the first thing recorded. */
export const startVisit = <B extends Bytes>(phone: Phone<B>, head: VisitHead): Written =>
  change(phone, head, local => ({ local, said: null }))

/** Keeps what was seen of a criterion. Until it has a grade, note and photos are kept here and not sent. */
export const lookAt = <B extends Bytes>(phone: Phone<B>, head: VisitHead, criterionId: string, look: Look): Written =>
  change(phone, head, (local, { stamp, at }) => {
    const known = local.visit.observations.find(seen => seen.criterionId === criterionId)
    const { [criterionId]: draft = { note: '', photos: [] }, ...drafts } = local.drafts
    const grade = look.grade ?? known?.grade
    if (grade === undefined)
      return { local: { ...local, drafts: { ...drafts, [criterionId]: drafted(draft, look) } }, said: null }
    const said: ObservationWritten = {
      criterionId,
      grade,
      exception: look.exception !== undefined ? look.exception : grade === known?.grade ? known.exception : null,
      note: look.note ?? known?.note ?? draft.note,
      seenAt: look.grade === undefined && known ? known.seenAt : at,
      stamp,
      photos: [...(known?.photos ?? draft.photos), ...(look.addPhotos ?? [])],
      photosDropped: [...(known?.photosDropped ?? []), ...(look.dropPhotos ?? [])],
    }
    return { local: { ...local, drafts }, said: { observations: [mergeObservation(said, said)] } }
  })

export const noteVisit = <B extends Bytes>(phone: Phone<B>, head: VisitHead, note: string): Written =>
  change(phone, head, (local, { stamp }) => ({ local, said: { note, noteStamp: stamp } }))

/** Says that it is done. What is seen after that still counts. */
export const finishVisit = <B extends Bytes>(phone: Phone<B>, head: VisitHead): Written =>
  change(phone, head, (local, { at }) => ({ local, said: { finishedAt: at } }))

const drafted = (draft: Draft, { note, addPhotos = [], dropPhotos = [] }: Look): Draft => ({
  note: note ?? draft.note,
  photos: [...new Set([...draft.photos, ...addPhotos])].filter(photo => !dropPhotos.includes(photo)),
})

type Ticked = ReturnType<typeof tick>
type Change = {
  readonly local: LocalVisit
  /** Null where there is nothing to tell the server. */
  readonly said: Partial<Pick<VisitState, 'observations' | 'note' | 'noteStamp' | 'finishedAt'>> | null
}

const change = <B extends Bytes>(
  phone: Phone<B>,
  head: VisitHead,
  make: (local: LocalVisit, ticked: Ticked) => Change,
): Written =>
  keeping(phone, async (tables, clock) => {
    const ticked = tick(clock, phone.now())
    const begun = (await tables.get('visits', head.id)) ?? {
      id: head.id,
      personId: phone.personId,
      visit: blank(head, ticked, clock),
      drafts: {},
    }
    const { local, said } = make(begun, ticked)
    const whole: LocalVisit =
      said === null ? local : { ...local, visit: mergeVisits(local.visit, { ...local.visit, ...said }) }
    await tables.put('visits', whole)
    if (said === null) await tables.put('clock', ticked.clock)
    else await tell(tables, phone, ticked.clock, { ...whole.visit, observations: said.observations ?? [] })
    return whole
  })

/** Nobody's note is lost to one who has begun later and noted nothing. */
const blank = (head: VisitHead, { at }: Ticked, { deviceId }: PhoneClock): VisitState => ({
  ...head,
  startedAt: at,
  finishedAt: null,
  note: '',
  noteStamp: writeStamp({ ms: neverMs, count: 0, deviceId }),
  observations: [],
})

const neverMs = 0

/** Nothing was ever said in it: only somebody stood there. */
export const isBlank = ({ observations, noteStamp, finishedAt }: VisitState): boolean =>
  observations.length === 0 && finishedAt === null && readStamp(noteStamp).ms === neverMs

const isUntouched = ({ visit, drafts }: LocalVisit): boolean =>
  isBlank(visit) && Object.values(drafts).every(({ note, photos }) => note === '' && photos.length === 0)

/** Visits of the person in which nothing was recorded, as after a tap on the wrong point, are as if they had never been begun. */
export const dropUntouched = <B extends Bytes>(
  phone: Phone<B>,
  /** Visits in which words are being written. */
  except: ReadonlySet<string>,
): Promise<void> =>
  phone.store.transaction(async tables => {
    for (const local of await tables.list('visits'))
      if (local.personId === phone.personId && isUntouched(local) && !except.has(local.id))
        await tables.drop('visits', local.id)
  })

/** The most characters of an entry; three bytes each are still below what a batch may hold. */
const mostCharacters = 300_000

/** What was said of a visit and has not left the phone is one entry. */
const tell = async <B extends Bytes>(
  tables: Tables<B>,
  phone: Phone<B>,
  clock: PhoneClock,
  said: VisitState,
): Promise<void> => {
  const open = (await tables.list('entries')).find(
    ({ phase, personId, entry }) =>
      phase === 'open' && personId === phone.personId && entry.kind === 'visit' && entry.visit.id === said.id,
  )
  if (open?.entry.kind === 'visit') {
    const entry: VisitWritten = { ...open.entry, visit: mergeVisits(open.entry.visit, said) }
    if (JSON.stringify(entry).length <= mostCharacters) {
      await tables.put('entries', { ...open, entry: { ...entry, writtenAt: new Date(phone.now()).toISOString() } })
      await tables.put('clock', clock)
      return
    }
  }
  await appendEntry(tables, phone, clock, { kind: 'visit', visit: settled(said) })
}
