import { execFile } from 'node:child_process'
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { program } from './binaries.ts'
import { EmbeddedProblem } from './embedded-problem.ts'
import type { Owner } from './owner.ts'

const run = promisify(execFile)

export type ClusterOptions = {
  readonly owner: Owner
  readonly password: string
  readonly log: (sentence: string) => void
}

/** Makes the database's files on the first start; on later ones checks that this PostgreSQL can read them. */
export const prepareCluster = async ({ owner, password, log }: ClusterOptions): Promise<void> => {
  await removeUnfinished(owner.cluster)
  const version = await readFile(join(owner.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) return checkVersion(owner, version.trim())

  const left = await readdir(owner.cluster).catch(() => [])
  if (left.length > 0) throw notMade(owner.cluster, 'the folder holds something else')
  log('Making the database; this happens once and takes a few seconds.')
  await makeCluster(owner, password)
}

const checkVersion = async (owner: Owner, version: string): Promise<void> => {
  const { stdout } = await run(program(owner.binaries, 'postgres'), ['--version'])
  const ours = /\d+/.exec(stdout)?.[0]
  if (version === ours) return
  throw new EmbeddedProblem(
    'other-version',
    `The database in ${owner.cluster} was made by PostgreSQL ${version}, and this Luoshi brings PostgreSQL ${ours}. ` +
      'Make a backup with the earlier Luoshi (luoshi backup) and restore it with this one (luoshi restore).',
  )
}

/** Made aside and renamed: a start that is cut off leaves nothing that looks like a database. */
const makeCluster = async ({ binaries, cluster, ids }: Owner, password: string): Promise<void> => {
  const aside = await mkdtemp(`${cluster}.new-`)
  const passwordFile = `${aside}.secret`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (ids) {
    await chown(aside, ids.uid, ids.gid)
    await chown(passwordFile, ids.uid, ids.gid)
  }
  try {
    const args = [...INITDB, `--locale=${await utf8Locale()}`, `--pwfile=${passwordFile}`, `--pgdata=${aside}`]
    await run(program(binaries, 'initdb'), args, { ...ids, cwd: '/', env: { PATH: process.env.PATH } })
  } catch (error) {
    await removeUnfinished(cluster)
    throw notMade(cluster, (error as { readonly stderr?: string }).stderr || String(error)) // execFile's error carries it
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rm(cluster, { recursive: true, force: true })
  await rename(aside, cluster)
  await sync(dirname(cluster))
}

/** Each attempt has a folder of its own, for the program of a killed one may still be writing: then a later start cleans up. */
const removeUnfinished = async (cluster: string): Promise<void> => {
  const folder = dirname(cluster)
  const names = (await readdir(folder)).filter(name => name.startsWith(`${basename(cluster)}.new-`))
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}

const INITDB = [
  '--username=luoshi',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
] as const

/** The system's UTF-8 locale: without one pg_trgm takes no Chinese character for a letter and finds nothing. */
const utf8Locale = async (): Promise<string> => {
  if (process.platform === 'win32') return 'en-US'
  const { stdout } = await run('locale', ['-a']).catch(() => ({ stdout: '' }))
  const names = stdout.split('\n').filter(name => /\.utf-?8$/i.test(name))
  return (
    names.find(name => name.startsWith('C.')) ?? names.find(name => name.startsWith('en_US.')) ?? names[0] ?? 'C.UTF-8'
  )
}

const notMade = (cluster: string, reason: string) =>
  new EmbeddedProblem('not-made', `The database could not be made in ${cluster}: ${reason.trim()}`)

const sync = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
