import { readFileSync } from 'node:fs'
import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'

/** Milliseconds of processor time so far, of the server and of the database's connections with what helps them; fair on a busy machine. Linux only. */
export type ProcessorTime = { readonly server: number; readonly database: number }

export const processorTime = async (db: Db, serverPid: number): Promise<ProcessorTime> => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where backend_type in ('client backend', 'parallel worker')`.execute(db)
  const postmaster = rows[0] === undefined ? 0 : parentOf(rows[0].pid)
  const alive = rows.reduce((sum, { pid }) => sum + usedBy(pid, 11), 0)
  // Connections and workers that have ended meanwhile are on their parent's account.
  return { server: usedBy(serverPid, 11), database: alive + usedBy(postmaster, 13) }
}

export const usedBetween = (before: ProcessorTime, after: ProcessorTime): ProcessorTime => ({
  server: after.server - before.server,
  database: after.database - before.database,
})

/** User and system time in hundredths of a second, its own or its children's; nothing where there is no such file. */
const usedBy = (pid: number, from: 11 | 13): number => {
  const fields = fieldsOf(pid)
  return (Number(fields[from] ?? 0) + Number(fields[from + 1] ?? 0)) * 10
}

const parentOf = (pid: number): number => Number(fieldsOf(pid)[1] ?? 0)

/** After the name in brackets. */
const fieldsOf = (pid: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}
