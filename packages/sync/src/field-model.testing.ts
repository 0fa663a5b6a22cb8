import type { EntryWritten, Receipt } from '@luoshi/contract/field'
import { type MemoryStore, memoryStore, type PlainBytes } from './memory-store.testing.ts'
import type { OutboxStore } from './outbox-store.ts'
import type { Phone } from './phone.ts'
import { mergeVisits, settled, type VisitState } from './visit-state.ts'
import type { Delivery, PhotoFiled, Reply, Wire } from './wire.ts'

/** The server as the outbox may rely on it: each entry is taken once, and a receipt means that it is kept for good. */
export const serverModel = (now: () => number) => {
  const taken = new Map<string, EntryWritten>()
  const visits = new Map<string, VisitState>()
  const acknowledged = new Set<string>()
  const uploads = new Map<string, { announced: number; content: string }>()
  const filed = new Map<string, PhotoFiled & { readonly content: string }>()
  const keep = new Map<string, string>()

  const takeEntry = (entry: EntryWritten): Receipt => {
    const reason = keep.get(entry.id)
    if (reason !== undefined)
      return { id: entry.id, outcome: 'kept', problem: { code: 'not-allowed', title: reason, detail: reason } }
    if (taken.has(entry.id)) return { id: entry.id, outcome: 'already', problem: null }
    taken.set(entry.id, entry)
    if (entry.kind === 'visit') {
      const known = visits.get(entry.visit.id)
      visits.set(entry.visit.id, known ? mergeVisits(known, entry.visit) : settled(entry.visit))
    }
    return { id: entry.id, outcome: 'accepted', problem: null }
  }

  return {
    taken,
    visits,
    acknowledged,
    filed,
    uploads,
    /** Entries that meet a Problem. */
    keep,
    deliver: ({ entries }: Delivery) => ({ now: new Date(now()).toISOString(), receipts: entries.map(takeEntry) }),
  }
}
export type ServerModel = ReturnType<typeof serverModel>

export type Trouble =
  | 'none'
  | 'lost'
  | 'answer-lost'
  | 'twice'
  | 'busy'
  | 'signed-out'
  | 'too-large'
  | 'late'
  | 'refused'

const answered = <T>(value: T): Reply<T> => ({ kind: 'answer', value })

/** A way to the server that makes the trouble it is told to, request by request; afterwards none. */
export const roughWire = (
  server: ServerModel,
  troubles: Trouble[],
): Wire<PlainBytes> & { readonly late: Delivery[] } => {
  const late: Delivery[] = []
  const through = async <T>(arrive: () => T): Promise<Reply<T>> => {
    const trouble = troubles.shift() ?? 'none'
    if (trouble === 'lost' || trouble === 'late') return { kind: 'unreachable' }
    if (trouble === 'busy') return { kind: 'busy', afterMs: 60_000 }
    if (trouble === 'signed-out' || trouble === 'too-large') return { kind: trouble }
    if (trouble === 'refused')
      return { kind: 'refused', trouble: { code: 'input-invalid', title: '不合格式', detail: '请更新。' } }
    const value = arrive()
    if (trouble === 'twice') arrive()
    return trouble === 'answer-lost' ? { kind: 'unreachable' } : answered(value)
  }
  return {
    late,
    deliver: async delivery => {
      // What seemed lost arrives after all, long afterwards.
      if (troubles[0] === 'late') late.push(structuredClone(delivery))
      const reply = await through(() => server.deliver(structuredClone(delivery)))
      if (reply.kind === 'answer')
        for (const { id, outcome } of reply.value.receipts) if (outcome !== 'kept') server.acknowledged.add(id)
      return reply
    },
    startPhoto: ({ id, bytes }) =>
      through(() => {
        const upload = server.uploads.get(id) ?? { announced: bytes, content: '' }
        server.uploads.set(id, upload)
        return { received: server.filed.has(id) ? bytes : upload.content.length, already: server.filed.has(id) }
      }),
    putPiece: (id, offset, piece) =>
      through(() => {
        const upload = server.uploads.get(id)
        if (upload && offset <= upload.content.length) upload.content = upload.content.slice(0, offset) + piece.content
        return { received: upload?.content.length ?? 0 }
      }),
    finishPhoto: photo =>
      through(() => {
        server.filed.set(photo.id, { ...photo, content: server.uploads.get(photo.id)?.content ?? '' })
        return null
      }),
  }
}

export type TestPhone = Phone<PlainBytes> & { readonly store: MemoryStore & OutboxStore<PlainBytes> }

export const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

let devices = 0

/** A phone whose clock stands where it is put. */
export const testPhone = (
  clock: { ms: number },
  personId: string = uuid(9, 1),
  store: MemoryStore = memoryStore(),
): TestPhone => {
  devices += 1
  const device = devices
  let made = 0
  return {
    // Every picture in these tests is made of plain bytes.
    store: store as TestPhone['store'],
    personId,
    now: () => clock.ms,
    newId: () => {
      made += 1
      return uuid(1000 + device, made)
    },
    chance: () => 0.5,
  }
}
