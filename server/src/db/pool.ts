import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { BriefClient } from './brief-client.ts'
import type { Database } from './tables.ts'

export type Db = Kysely<Database>

/** Dates stay `YYYY-MM-DD`; counts and fen fit a double; instants are Dates. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = { 1082: text => text, 20: Number, 1700: Number }

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
} as unknown as pg.CustomTypesConfig // pg's overloads cannot express a fallback

export type PoolOptions = { readonly url: string; readonly size?: number; readonly searchPath?: string }

export const openPool = ({ url, size = 10, searchPath }: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    Client: BriefClient,
    ...(searchPath && { options: `-c search_path=${searchPath}` }),
  })
  // An idle connection that the database closes is replaced on the next use.
  pool.on('error', () => {})
  return pool
}

export const openDatabase = (pool: pg.Pool): Db => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
