import { readFileSync } from 'node:fs'
import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'

/** Milliseconds of processor time that the server and the database's own processes have used; fair on a busy machine. Linux only. */
export type ProcessorTime = { readonly server: number; readonly database: number }

export const processorTime = async (db: Db, serverPid: number): Promise<ProcessorTime> => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity`.execute(db)
  return { server: usedBy(serverPid), database: rows.reduce((sum, { pid }) => sum + usedBy(pid), 0) }
}

/** User and system time in hundredths of a second, after the name in brackets; nothing where there is no such file. */
const usedBy = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
