import { type Run, status, type Terminal } from '../command.ts'
import { type OneFile, oneFile } from './one-file.ts'
import { refused } from './refused.ts'

/** Writes the whole record into one file while the house goes on working; exit status 1 where evidence files are lost. */
export const backup: Run = async (args, terminal) => {
  try {
    return await write(oneFile(args), terminal)
  } catch (error) {
    return refused('backup', terminal, error)
  }
}

const write = async ({ file, dataDir, databaseUrl }: OneFile, terminal: Terminal): Promise<number> => {
  const [{ reachDatabase }, { backUpTo }] = await Promise.all([
    import('@luoshi/server/db/reach-database'),
    import('@luoshi/server/backup/backup-file'),
  ])
  const database = await reachDatabase(databaseUrl, dataDir, () => undefined)
  const missing: string[] = []
  let kept = 0
  let ownSecret = false
  try {
    await backUpTo(file, { databaseUrl: database.url, dataDir, clock: { now: () => new Date() } }, event => {
      if (event.kind === 'missing') missing.push(event.path)
      else {
        kept = event.manifest.files
        ownSecret = event.manifest.secret !== null
      }
    })
  } finally {
    await database.release()
  }
  terminal.out(`✓ ${file}: ${kept - missing.length} 个证据文件,全部记录 (evidence files, and the whole record)\n`)
  if (!ownSecret)
    terminal.out(
      '  密钥由环境变量 LUOSHI_SECRET 给出,请另行保管。(The secret comes from LUOSHI_SECRET: keep it yourself.)\n',
    )
  for (const path of missing) terminal.err(`  ✗ 证据文件不见了 (file gone): ${path}\n`)
  return missing.length === 0 ? status.clean : status.errors
}
