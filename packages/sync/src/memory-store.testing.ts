import { type OutboxStore, type Rows, StoreFull, type Table, type Tables } from './outbox-store.ts'

/** A store that dies and fills up when a test says so. What a transaction has not finished is forgotten. */
export type MemoryStore = OutboxStore & {
  /** Bytes that fit. */
  room: number
  /** As browsers count: a row that is written anew needs its room beside the old one. */
  quota: number
  /** Counts down at each step; at zero the phone dies. */
  diesAfter: number
  readonly rows: <T extends Table>(table: T) => readonly Rows[T][]
}

export class Died extends Error {}

const tables = ['clock', 'visits', 'entries', 'photos', 'pictures'] as const

type Kept = Readonly<Record<Table, ReadonlyMap<string, unknown>>>

export const memoryStore = (): MemoryStore => {
  let kept = Object.fromEntries(tables.map(table => [table, new Map()])) as unknown as Kept // one map for each table
  let before: Promise<unknown> = Promise.resolve()

  const step = (): void => {
    store.diesAfter -= 1
    if (store.diesAfter <= 0) throw new Died()
  }

  const attempt = async <T>(run: (given: Tables) => Promise<T>): Promise<T> => {
    step()
    let written = 0
    const mine = Object.fromEntries(tables.map(table => [table, new Map(kept[table])])) as unknown as Record<
      Table,
      Map<string, unknown>
    > // copies of the maps above
    const result = await run({
      get: async (table, id) => {
        step()
        return mine[table].get(id) as never // put below under the same table
      },
      put: async (table, row) => {
        step()
        written += rowSize(row)
        mine[table].set(row.id, row)
      },
      drop: async (table, id) => {
        step()
        mine[table].delete(id)
      },
      list: async table => {
        step()
        return [...mine[table].values()] as never // put above under the same table
      },
    })
    if (written > 0 && sizeOf(kept) + written > store.quota) throw new StoreFull()
    if (sizeOf(mine) > store.room && sizeOf(mine) > sizeOf(kept)) throw new StoreFull()
    step()
    kept = mine
    return result
  }

  const store: MemoryStore = {
    room: Number.POSITIVE_INFINITY,
    quota: Number.POSITIVE_INFINITY,
    diesAfter: Number.POSITIVE_INFINITY,
    rows: table => [...kept[table].values()] as never, // put under the same table
    transaction: run => {
      const mine = before.then(
        () => attempt(run),
        () => attempt(run),
      )
      before = mine.catch(() => undefined)
      return mine
    },
  }
  return store
}

const sizeOf = (kept: Kept): number =>
  tables.reduce(
    (sum, table) => sum + [...kept[table].values()].reduce<number>((bytes, row) => bytes + rowSize(row), 0),
    0,
  )

const rowSize = (row: unknown): number => {
  const bytes = (row as { bytes?: { size?: number } }).bytes?.size // of a picture
  return bytes ?? JSON.stringify(row).length
}

/** Bytes that need no browser. */
export type PlainBytes = {
  readonly size: number
  readonly content: string
  readonly slice: (a: number, b: number) => PlainBytes
}

export const plainBytes = (content: string): PlainBytes => {
  return { size: content.length, content, slice: (start, end) => plainBytes(content.slice(start, end)) }
}
