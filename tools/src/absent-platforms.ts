/** A package in package-lock.json, as far as platforms go. */
export type LockEntry = {
  readonly version?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> }

/**
 * Entries for the packages of other platforms that a lock file lacks. npm leaves them out when the registry it asked did
 * not have them, and then `npm ci` refuses the lock file everywhere. Named with their version and platform they are
 * skipped where they do not belong, and fetched where they do.
 */
export const absentPlatforms = ({ packages }: Lock): Readonly<Record<string, LockEntry>> => {
  const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version)] as const),
  )
  return Object.fromEntries(absent)
}

const PLATFORM = /(android|darwin|freebsd|linux|openbsd|openharmony|win32|windows)-([a-z0-9]+)(?:-([a-z]+))?$/

const LIBC: Readonly<Record<string, readonly string[]>> = { musl: ['musl'], gnu: ['glibc'] }

const entryFor = (name: string, version: string): LockEntry => {
  const [, system, cpu, kind = ''] = PLATFORM.exec(name) ?? []
  if (!system || !cpu || !/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} ${version} names no platform`)
  const libc = LIBC[kind]
  return {
    version,
    cpu: [cpu],
    ...(libc && { libc }),
    optional: true,
    os: [system === 'windows' ? 'win32' : system],
  }
}
