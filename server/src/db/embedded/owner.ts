import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries.ts'
import { EmbeddedProblem } from './embedded-problem.ts'
import { type Ids, systemUser } from './system-user.ts'

/** Who runs PostgreSQL, from which programs, on which folder. */
export type Owner = {
  readonly binaries: Binaries
  readonly cluster: string
  /** Only where Luoshi runs as root and PostgreSQL must not. */
  readonly ids?: Ids
}

const run = promisify(execFile)

/** Where root keeps what the unprivileged user could not reach inside a closed folder such as /root. */
const OPEN_PLACE = '/var/lib/luoshi'

/** Decides who runs PostgreSQL on a data folder. As root it is a system user, or whoever owns the database already. */
export const chooseOwner = async (
  folder: string,
  binaries: Binaries,
  log: (sentence: string) => void,
): Promise<Owner> => {
  const cluster = join(folder, 'postgres')
  const uid = process.getuid?.()
  const there = await ownerOf(cluster)

  if (uid !== 0) {
    if (there && uid !== undefined && there.uid !== uid) throw closed(cluster)
    return { binaries, cluster }
  }
  const ids = there && there.uid !== 0 ? there : await systemUser(log)
  return {
    ids,
    binaries: (await mayReach(ids, program(binaries, 'postgres'))) ? binaries : await openBinaries(binaries),
    cluster: await openCluster(cluster, ids, log),
  }
}

const closed = (cluster: string) =>
  new EmbeddedProblem(
    'folder-closed',
    `The database in ${cluster} belongs to another user of this machine. ` +
      'Start Luoshi as that user or as root, or give it another folder with DATA_DIR.',
  )

const ownerOf = async (cluster: string): Promise<Ids | undefined> => {
  try {
    const { uid, gid } = await stat(cluster)
    return { uid, gid }
  } catch {
    return undefined
  }
}

const mayReach = async (ids: Ids, path: string): Promise<boolean> => {
  try {
    await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...ids, cwd: '/' })
    return true
  } catch {
    return false
  }
}

/** Our own folder is opened to passers-by (entered, not listed); the folders above it are not ours to open. */
const mayEnter = async (ids: Ids, folder: string): Promise<boolean> => {
  if (await mayReach(ids, folder)) return true
  if (!(await mayReach(ids, dirname(folder)))) return false
  await chmod(folder, (await stat(folder)).mode | 0o011)
  return mayReach(ids, folder)
}

/** A copy of the programs where the user may run them; made aside and renamed, so that it is whole or not there. */
const openBinaries = async (binaries: Binaries): Promise<Binaries> => {
  const { mtimeMs, size } = await stat(program(binaries, 'postgres'))
  const open = join(OPEN_PLACE, `programs-${hash(`${binaries} ${mtimeMs} ${size}`)}`)
  if (await ownerOf(open)) return open

  const aside = `${open}.${process.pid}`
  await mkdir(OPEN_PLACE, { recursive: true, mode: 0o755 })
  await cp(binaries, aside, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(aside, open)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (!(await ownerOf(open))) throw error
  }
  return open
}

/** The folder itself where the user may enter it; otherwise an open place, with a link left in the folder. */
const openCluster = async (cluster: string, ids: Ids, log: (sentence: string) => void): Promise<string> => {
  const open = join(OPEN_PLACE, `${basename(dirname(cluster))}-${hash(cluster)}`, 'postgres')
  const target = await linkOf(cluster)
  if (target !== undefined && target !== open) throw brokenLink(cluster, target)
  if (target !== undefined) {
    if (!(await ownerOf(target))) throw brokenLink(cluster, target)
    return target
  }
  if (await mayEnter(ids, dirname(cluster))) return cluster
  if (await ownerOf(cluster)) throw closed(cluster)

  await mkdir(dirname(open), { recursive: true, mode: 0o755 })
  await mkdir(open, { recursive: true, mode: 0o700 })
  await symlink(open, cluster)
  log(`The folder ${dirname(cluster)} is closed to other users, so the database lives in ${open}.`)
  return open
}

const brokenLink = (cluster: string, target: string) =>
  new EmbeddedProblem(
    'broken-link',
    `${cluster} points to ${target}, which is not the database of this folder: the folder was moved or copied, or the ` +
      'database was removed. Put it back where it was, or restore a backup into a new folder with DATA_DIR.',
  )

const linkOf = async (path: string): Promise<string | undefined> => {
  const found = await lstat(path).catch(() => undefined)
  return found?.isSymbolicLink() ? readlink(path) : undefined
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
