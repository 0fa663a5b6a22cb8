/** A room as its row in ARCHITECTURE.md describes it. */
export type Room = {
  /** Its folder, from the root: `packages/rules`. */
  readonly folder: string
  /** Folders of the rooms that it may import. */
  readonly imports: readonly string[]
  readonly node: boolean
  /** The packages that it may import; undefined where its own package.json decides. */
  readonly packages: readonly string[] | undefined
}

/** Packages that only one folder may import. */
export type Kept = { readonly folder: string; readonly packages: readonly string[] }

export type Tables = {
  readonly rooms: readonly Room[]
  readonly kept: readonly Kept[]
  /** Folders that import no other folder of their room. */
  readonly apart: readonly string[]
}

/** Reads the table of rooms and the two tables of what holds inside a room. */
export const readTables = (markdown: string): Tables => {
  const rows = tableUnder(markdown, 'room')
  const folders = rows.map(([room = '']) => only(ticked(room), room))
  const rooms = rows.map(([room = '', , may = '', node = '', packages = '']) => ({
    folder: only(ticked(room), room),
    imports: /^anything$/.test(may) ? folders : ticked(may).map(name => folderOf(name, folders)),
    node: node === 'yes',
    packages: /^its own$/.test(packages) ? undefined : ticked(packages),
  }))
  const kept = tableUnder(markdown, 'only in').map(([folder = '', packages = '']) => ({
    folder: only(ticked(folder), folder),
    packages: ticked(packages),
  }))
  const apart = tableUnder(markdown, 'stands alone').map(([folder = '']) => only(ticked(folder), folder))
  return { rooms, kept, apart }
}

/** Rows of the table whose first column has that name, each as its cells; a page without that table is a mistake. */
const tableUnder = (markdown: string, heading: string): readonly (readonly string[])[] => {
  const lines = markdown.split('\n')
  const start = lines.findIndex(line => line.startsWith('|') && line.split('|')[1]?.trim() === heading)
  if (start < 0) throw new Error(`ARCHITECTURE.md has no table "${heading}"`)
  const after = lines.slice(start + 2)
  const end = after.findIndex(line => !line.startsWith('|'))
  return after.slice(0, end < 0 ? after.length : end).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

const ticked = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')

const only = (names: readonly string[], cell: string): string => {
  const [name] = names
  if (name === undefined || names.length !== 1) throw new Error(`one folder is expected in "${cell}"`)
  return name
}

const folderOf = (name: string, folders: readonly string[]): string => {
  const folder = folders.find(path => path === name || path.endsWith(`/${name}`))
  if (!folder) throw new Error(`ARCHITECTURE.md names a room "${name}" that has no row`)
  return folder
}
