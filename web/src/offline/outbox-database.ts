import { type OutboxStore, type Rows, StoreFull, type Table, type Tables } from '@luoshi/sync/outbox-store'
import { Dexie, type Table as DexieTable } from 'dexie'
import { isFull } from './is-full.ts'

const indexes: Readonly<Record<Table, string>> = {
  clock: 'id',
  visits: 'id',
  entries: 'id',
  photos: 'id',
  pictures: 'id',
}

export type OutboxDatabase = Dexie & { readonly [T in Table]: DexieTable<Rows<Blob>[T], string> }

/** One for the phone: its rows say whose they are, for the phone's clock is everybody's. */
export const openOutboxDatabase = (name = 'luoshi-outbox'): OutboxDatabase => {
  const database = new Dexie(name) as OutboxDatabase // its tables are named just below
  database.version(1).stores(indexes)
  return database
}

/**
 * The outbox's store in the browser's database, whose transactions are all or nothing. `r` for what only reads: a question that is asked
 * again whenever its answer changes may not write.
 */
export const dexieStore = (database: OutboxDatabase, mode: 'r' | 'rw' = 'rw'): OutboxStore<Blob> => {
  const tableOf = <T extends Table>(table: T): DexieTable<Rows<Blob>[T], string> => database.table(table)
  const tables: Tables<Blob> = {
    get: (table, id) => tableOf(table).get(id),
    put: async (table, row) => void (await tableOf(table).put(row)),
    drop: (table, id) => tableOf(table).delete(id),
    list: table => tableOf(table).toArray(),
  }
  return {
    transaction: async run => {
      try {
        return await database.transaction(mode, database.tables, () => run(tables))
      } catch (thrown) {
        throw isFull(thrown) ? new StoreFull() : thrown
      }
    },
  }
}
