import type { Source } from './read-source.ts'
import type { Tree } from './read-tree.ts'

const LONGEST = 500
/** Written by a machine from the database itself. */
const GENERATED = new Set(['server/src/db/schema.sql', 'server/src/db/tables.ts'])
const CODE = /\.(ts|tsx|mjs|css)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
/** Names that say nothing of what is inside. */
const EMPTY = new Set(
  'lib libs core common helper helpers manager managers util utils base handle process data info index'.split(' '),
)

/** No file is too long, passes on what others export, exports by default, or has a name that says nothing. */
export const filesKeepTheirShape = (tree: Tree): readonly string[] => [
  ...[...tree.sources.values()].flatMap(inside),
  ...[...new Set(tree.paths.filter(path => CODE.test(path)).flatMap(partsOf))].flatMap(named),
]

const inside = ({ path, lines, isBarrel, exportsDefault }: Source): readonly string[] => [
  ...(lines > LONGEST && !GENERATED.has(path) ? [`${path} has ${lines} lines; ${LONGEST} are the most`] : []),
  ...(isBarrel ? [`${path} only passes on what others export; import those directly`] : []),
  ...(exportsDefault && !/\.config\.ts$/.test(path) ? [`${path} has a default export; give it a name`] : []),
]

/** The path and each folder above it: a name is judged once for each. */
const partsOf = (path: string): readonly string[] => {
  const parts = path.split('/')
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'))
}

const named = (path: string): readonly string[] => {
  const name = path.split('/').at(-1) ?? ''
  const [stem = ''] = name.split('.')
  if (EMPTY.has(stem)) return [`${path} has a name that says nothing`]
  return KEBAB.test(name) ? [] : [`${path} is not named in kebab-case`]
}
