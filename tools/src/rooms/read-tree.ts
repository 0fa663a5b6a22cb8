import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSource, type Source } from './read-source.ts'
import { type Room, readTables, type Tables } from './read-tables.ts'

/** The repository as the rules of the house see it. */
export type Tree = Tables & {
  readonly sources: ReadonlyMap<string, Source>
  /** Files of every kind, from the root; and the folders that hold them. */
  readonly paths: readonly string[]
  /** By folder of the room; '' is the root. */
  readonly declared: ReadonlyMap<string, Declared>
}

/** The packages in a package.json, by what they are for. */
export type Declared = { readonly running: ReadonlySet<string>; readonly developing: ReadonlySet<string> }

const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'coverage', 'samples'])
const READ = /\.(ts|tsx|mjs|css|sql)$/

export const readTree = (root: string): Tree => {
  const paths = [...walk(root, '')].toSorted()
  const tables = readTables(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))
  const sources = paths
    .filter(path => READ.test(path))
    .map(path => readSource(path, readFileSync(join(root, path), 'utf8')))
  return {
    ...tables,
    paths,
    sources: new Map(sources.map(source => [source.path, source])),
    declared: new Map(['', ...tables.rooms.map(room => room.folder)].map(folder => [folder, declaredIn(root, folder)])),
  }
}

/** The room that a file is in; undefined at the root. */
export const roomOf = (path: string, rooms: readonly Room[]): Room | undefined =>
  rooms.find(room => path.startsWith(`${room.folder}/`))

const walk = function* (root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* walk(root, path)
    if (entry.isFile()) yield path
  }
}

const declaredIn = (root: string, folder: string): Declared => {
  const path = join(root, folder, 'package.json')
  const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  return {
    running: new Set(Object.keys(manifest.dependencies ?? {})),
    developing: new Set(Object.keys(manifest.devDependencies ?? {})),
  }
}
