import type { Tree } from './read-tree.ts'
import { resolveImport } from './resolve-import.ts'

/** No file imports itself by way of others, not even for a type. Each cycle is named once. */
export const noImportCycles = (tree: Tree): readonly string[] => {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const way: string[] = []

  const visit = (path: string): void => {
    state.set(path, 'open')
    way.push(path)
    for (const next of importedBy(tree, path)) {
      if (state.get(next) === 'open') cycles.push([...way.slice(way.indexOf(next)), next].join(' → '))
      if (!state.has(next)) visit(next)
    }
    way.pop()
    state.set(path, 'done')
  }
  for (const path of tree.sources.keys()) if (!state.has(path)) visit(path)
  return cycles
}

const importedBy = (tree: Tree, path: string): readonly string[] =>
  (tree.sources.get(path)?.imports ?? []).flatMap(({ specifier }) => {
    const found = resolveImport(tree, path, specifier)
    return found.kind === 'file' && tree.sources.has(found.path) ? [found.path] : []
  })
