import { type Run, status, type Terminal } from '../command.ts'
import { type OneFile, oneFile } from './one-file.ts'
import { refused } from './refused.ts'

/** Puts a backup into an empty house: all of it, or nothing. */
export const restore: Run = async (args, terminal) => {
  try {
    return await read(oneFile(args), terminal)
  } catch (error) {
    return refused('restore', terminal, error)
  }
}

const read = async ({ file, dataDir, databaseUrl }: OneFile, terminal: Terminal): Promise<number> => {
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
