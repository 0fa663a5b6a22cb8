import { readFileSync } from 'node:fs'
import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'

/** Milliseconds of processor time by process, of the server and of the database's connections; fair on a busy machine. Linux only. */
export type ProcessorTime = { readonly server: number; readonly database: ReadonlyMap<number, number> }

export const processorTime = async (db: Db, serverPid: number): Promise<ProcessorTime> => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where backend_type = 'client backend'`.execute(db)
  return { server: usedBy(serverPid), database: new Map(rows.map(({ pid }) => [pid, usedBy(pid)])) }
}

/** What was used between two readings, by whatever was there at the second. */
export const usedBetween = (before: ProcessorTime, after: ProcessorTime): { server: number; database: number } => ({
  server: after.server - before.server,
  database: [...after.database].reduce((sum, [pid, used]) => sum + used - (before.database.get(pid) ?? 0), 0),
})

/** User and system time in hundredths of a second, after the name in brackets; nothing where there is no such file. */
const usedBy = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
