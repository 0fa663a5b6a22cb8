import type { UnitPath } from '@luoshi/rules/unit-path'
import { type RawBuilder, sql } from 'kysely'

/** `ltree[]` as a parameter. Labels hold letters, digits and underscores only, so nothing needs quoting. */
export const pathArray = (paths: readonly UnitPath[]): RawBuilder<unknown> => sql`${`{${paths.join(',')}}`}::ltree[]`

/** Whether a path lies within one of the given subtrees. */
export const within = (column: string, paths: readonly UnitPath[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} <@ any(${pathArray(paths)})`

/** Reads PostgreSQL's own notation, `{a.b,a.c}`. */
export const pathsOf = (text: string | null): readonly UnitPath[] =>
  text === null || text.length <= 2 ? [] : text.slice(1, -1).split(',')
