import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { EmbeddedProblem } from './embedded-problem.ts'

export type Ids = { readonly uid: number; readonly gid: number }

const run = promisify(execFile)
const NAME = 'luoshi'

/** The unprivileged user PostgreSQL runs as when Luoshi runs as root: made on the first start, `nobody` where none can be made. */
export const systemUser = async (log: (sentence: string) => void): Promise<Ids> => {
  const there = await idsOf(NAME)
  if (there) return there

  for (const [command, ...args] of WAYS_TO_MAKE) {
    await run(command, args).catch(() => undefined)
    const made = await idsOf(NAME)
    if (made) {
      log(`PostgreSQL does not run as root: made the system user "${NAME}" for it.`)
      return made
    }
  }

  const nobody = await idsOf('nobody')
  if (nobody) return nobody
  throw new EmbeddedProblem(
    'no-user',
    `PostgreSQL does not run as root, and the system user "${NAME}" could not be made. ` +
      'Start Luoshi as an ordinary user, or set DATABASE_URL.',
  )
}

const WAYS_TO_MAKE: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/bin/false',
    NAME,
  ],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', NAME],
]

const idsOf = async (user: string): Promise<Ids | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
