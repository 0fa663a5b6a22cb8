import type { Result } from '@luoshi/rules/result'
import type { Bytes, OutboxPhoto, Trouble } from './outbox-store.ts'
import { ifRoom, keeping, type Phone } from './phone.ts'
import { failed, heard, type Stopped } from './send-entries.ts'
import type { Reply, Wire } from './wire.ts'

const pieceBytes = 256 * 1024
/** A photo that arrives damaged so often is shown, not tried for ever. */
const mostAttempts = 5

export type PhotoTaken = Omit<OutboxPhoto, 'personId' | 'ordinal' | 'phase' | 'trouble' | 'bytes'>

/** Keeps a photo with its bytes until the server has it. */
export const keepPhoto = <B extends Bytes>(
  phone: Phone<B>,
  photo: PhotoTaken,
  bytes: B,
): Promise<Result<OutboxPhoto, 'store-full'>> =>
  keeping(phone, async (tables, clock) => {
    const { personId } = phone
    const ordinal = clock.ordinal + 1
    const row: OutboxPhoto = { ...photo, personId, bytes: bytes.size, ordinal, phase: 'waiting', trouble: null }
    await tables.put('pictures', { id: photo.id, personId, bytes })
    await tables.put('photos', row)
    await tables.put('clock', { ...clock, ordinal })
    return row
  })

/** Forgets a photo that was taken back, unless the server has it already. */
export const forgetPhoto = <B extends Bytes>({ store, personId }: Phone<B>, id: string): Promise<void> =>
  store.transaction(async tables => {
    const photo = await tables.get('photos', id)
    if (photo?.personId !== personId || photo.phase === 'sent') return
    await tables.drop('pictures', id)
    await tables.drop('photos', id)
  })

/** Sends photos one after another, each from where it broke off. Whether its entry went before does not matter. */
export const sendPhotos = async <B extends Bytes>(phone: Phone<B>, wire: Wire<B>): Promise<Stopped> => {
  const photos = await phone.store.transaction(tables => tables.list('photos'))
  const mine = photos
    .filter(({ personId, phase }) => personId === phone.personId && phase === 'waiting')
    .sort((one, other) => one.ordinal - other.ordinal)
  for (const photo of mine) {
    const stopped = await sendPhoto(phone, wire, photo)
    if (stopped !== null) return stopped
  }
  return { kind: 'all-sent' }
}

const sendPhoto = async <B extends Bytes>(
  phone: Phone<B>,
  wire: Wire<B>,
  photo: OutboxPhoto,
): Promise<Stopped | null> => {
  const picture = await phone.store.transaction(tables => tables.get('pictures', photo.id))
  if (picture === undefined) return null
  for (let attempt = 1; ; attempt += 1) {
    const reply = await upload(wire, photo, picture.bytes)
    switch (reply.kind) {
      case 'answer':
        await heard(phone)
        if (!(await mark(phone, photo.id, 'sent', null))) await giveUp(phone, photo.id)
        return null
      case 'signed-out':
        return { kind: 'signed-out' }
      case 'busy':
        return failed(phone, reply.afterMs)
      case 'unreachable':
        return failed(phone, null)
      case 'too-large':
        await mark(phone, photo.id, 'refused', { code: 'too-large', title: '', detail: '' })
        return null
      case 'refused':
        if (again.has(reply.trouble.code) && attempt < mostAttempts) continue
        await mark(phone, photo.id, 'refused', reply.trouble)
        return null
    }
  }
}

/** What starting again mends: the server says anew how much it has. */
const again: ReadonlySet<string> = new Set(['upload-out-of-step', 'upload-damaged'])

const upload = async <B extends Bytes>(wire: Wire<B>, photo: OutboxPhoto, bytes: B): Promise<Reply<null>> => {
  const { id, name, mediaType, sha256, unitId, takenAt } = photo
  const started = await wire.startPhoto({ id, name, bytes: bytes.size, mediaType, sha256 })
  if (started.kind !== 'answer') return started
  let { received } = started.value
  while (!started.value.already && received < bytes.size) {
    const piece = bytes.slice(received, Math.min(bytes.size, received + pieceBytes)) as B // a slice is of its kind
    const put = await wire.putPiece(id, received, piece)
    if (put.kind !== 'answer') return put
    if (put.value.received <= received) return { kind: 'unreachable' }
    received = put.value.received
  }
  return wire.finishPhoto({ id, unitId, uploadId: id, name, takenAt })
}

/** Says whether there was room to note it. */
const mark = <B extends Bytes>(
  { store }: Phone<B>,
  id: string,
  phase: OutboxPhoto['phase'],
  trouble: Trouble | null,
): Promise<boolean> =>
  ifRoom(
    store.transaction(async tables => {
      const photo = await tables.get('photos', id)
      if (photo) await tables.put('photos', { ...photo, phase, trouble })
    }),
  )

/** The server has it: in a full store it makes room for the next. */
const giveUp = <B extends Bytes>({ store }: Phone<B>, id: string): Promise<void> =>
  store.transaction(async tables => {
    await tables.drop('pictures', id)
    await tables.drop('photos', id)
  })
