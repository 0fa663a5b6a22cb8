import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Tree } from './read-tree.ts'

export type Resolved =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'computed' }
  | { readonly kind: 'missing' }

/** What a specifier in a file stands for. */
export const resolveImport = (tree: Tree, from: string, specifier: string): Resolved => {
  if (specifier.startsWith('computed: ')) return { kind: 'computed' }
  // A bundler's question mark (`?raw`, `?url`, `?worker`) does not change which file is meant.
  const asked = specifier.replace(/\?.*$/, '')
  if (asked.startsWith('.')) return file(tree, posix.join(posix.dirname(from), asked))
  if (asked.startsWith('node:') || builtinModules.includes(asked)) return { kind: 'node' }
  if (asked.startsWith('@luoshi/')) return named(tree, asked)
  return { kind: 'package', name: packageOf(asked) }
}

/** Tests, what tests share, and the settings of tools may use more than the code that runs. */
export const isTest = (path: string): boolean => /\.(test|testing|journey|bench|config)\.tsx?$/.test(path)

const named = (tree: Tree, specifier: string): Resolved => {
  const [, name = '', ...rest] = specifier.split('/')
  const room = tree.rooms.find(({ folder }) => folder === name || folder.endsWith(`/${name}`))
  if (!room) return { kind: 'missing' }
  const path = `${room.folder}/src/${rest.join('/')}`
  return file(tree, path.endsWith('.json') ? path : `${path}.ts`)
}

const file = (tree: Tree, path: string): Resolved =>
  tree.sources.has(path) || tree.paths.includes(path) ? { kind: 'file', path } : { kind: 'missing' }

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
