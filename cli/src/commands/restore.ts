import { parseArgs } from 'node:util'
import { type Run, status, type Terminal } from '../command.ts'
import { refused } from './refused.ts'

const options = {
  data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
  database: { type: 'string' },
} as const

/** Puts a backup into an empty house: all of it, or nothing. */
export const restore: Run = async (args, terminal) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1)
      return refused('restore', terminal, '要一个备份文件。(Name one backup.)')
    return await read(file, values.data, values.database ?? process.env.DATABASE_URL ?? null, terminal)
  } catch (error) {
    return refused('restore', terminal, error)
  }
}

const read = async (file: string, dataDir: string, databaseUrl: string | null, terminal: Terminal): Promise<number> => {
  const [{ reachDatabase }, { restoreFrom }, { sendAgain }] = await Promise.all([
    import('@luoshi/server/db/reach-database'),
    import('@luoshi/server/backup/backup-file'),
    import('@luoshi/server/backup/send-again'),
  ])
  const say = (sentence: string): void => terminal.err(`${sentence}\n`)
  const database = await reachDatabase(databaseUrl, dataDir, say)
  try {
    const manifest = await restoreFrom(file, { databaseUrl: database.url, dataDir, log: say })
    const log = { info: () => undefined, warn: () => undefined, error: (_: object, sentence: string) => say(sentence) }
    await sendAgain(database.url, manifest.jobs, log)
    terminal.out(
      `✓ ${manifest.madeAt} 的备份已恢复:${manifest.files} 个证据文件,全部记录。大家需要重新登录。\n` +
        `  (Restored the backup of ${manifest.madeAt}: ${manifest.files} evidence files and the whole record. Everybody signs in again.)\n`,
    )
    if (manifest.secret === null)
      terminal.out('  请用备份时的 LUOSHI_SECRET 启动。(Start it with the LUOSHI_SECRET it had.)\n')
    return status.clean
  } finally {
    await database.release()
  }
}
