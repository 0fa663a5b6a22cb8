import type { Import } from './read-source.ts'
import type { Room } from './read-tables.ts'
import { roomOf, type Tree } from './read-tree.ts'
import { isTest, resolveImport } from './resolve-import.ts'

/** Every import of every file in a room is one that ARCHITECTURE.md and the package.json of the room allow. */
export const importsStayInBounds = (tree: Tree): readonly string[] =>
  [...tree.sources.values()].flatMap(({ path, imports }) => {
    const room = roomOf(path, tree.rooms)
    if (!room) return []
    return imports.flatMap(asked => {
      const reason = complaint(tree, room, path, asked)
      return reason ? [`${path}:${asked.line} imports ${asked.specifier}: ${reason}`] : []
    })
  })

const complaint = (tree: Tree, room: Room, path: string, { specifier }: Import): string | undefined => {
  const found = resolveImport(tree, path, specifier)
  switch (found.kind) {
    case 'computed':
      return 'a computed name cannot be checked'
    case 'missing':
      return 'there is no such file'
    case 'node':
      return room.node || isTest(path) ? undefined : `${room.folder} does not use Node`
    case 'file':
      return crossing(tree, room, path, found.path, specifier)
    case 'package':
      return fromOutside(tree, room, path, found.name)
  }
}

const crossing = (tree: Tree, room: Room, path: string, target: string, specifier: string): string | undefined => {
  const other = roomOf(target, tree.rooms)
  const relative = specifier.startsWith('.')
  if (other === room)
    return relative ? apart(tree, path, target) : 'a file of the same room is imported by its relative path'
  if (!other) return 'it is outside the rooms'
  if (relative) return `another room is imported by its name, @luoshi/${other.folder.split('/').at(-1)}/…`
  if (!room.imports.includes(other.folder)) return `${room.folder} may not import ${other.folder}`
  const name = `@luoshi/${other.folder.split('/').at(-1)}`
  return tree.declared.get(room.folder)?.running.has(name) ? undefined : `${name} is not in its package.json`
}

const apart = (tree: Tree, path: string, target: string): string | undefined => {
  const folder = tree.apart.find(entry => path.startsWith(`${entry}/`) && !target.startsWith(`${entry}/`))
  return folder && !isTest(path) ? `${folder} stands alone in its room` : undefined
}

const fromOutside = (tree: Tree, room: Room, path: string, name: string): string | undefined => {
  const kept = tree.kept.find(entry => entry.packages.includes(name) && roomOf(`${entry.folder}/`, [room]))
  if (kept && !path.startsWith(`${kept.folder}/`)) return `it is kept to ${kept.folder}`

  const own = tree.declared.get(room.folder)
  const root = tree.declared.get('')
  const types = `@types/${name.replace(/^@(.*)\//, '$1__')}`
  const forTests = isTest(path) && [own?.developing, root?.developing].some(set => set?.has(name) || set?.has(types))
  if (forTests) return undefined
  if (!own?.running.has(name) && !(room.packages === undefined && own?.developing.has(types))) {
    return `it is not in the package.json of ${room.folder}`
  }
  const allowed = room.packages === undefined || room.packages.includes(name)
  return allowed ? undefined : `ARCHITECTURE.md does not allow it in ${room.folder}`
}
