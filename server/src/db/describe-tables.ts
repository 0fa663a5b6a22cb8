import type pg from 'pg'
import { readColumns } from './describe-schema.ts'

const types: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  ltree: 'string',
  date: 'string',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  numeric: 'number',
  jsonb: 'Json',
  'timestamp with time zone': 'Instant',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'ltree[]': 'Paths',
  bytea: 'Buffer',
}

const HEAD = `/** Written by \`node tools/src/write-schema.ts\` from the migrated database; a test compares. */
import type { ColumnType, Generated } from 'kysely'

/** Given as JSON text, read parsed. */
type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null, string | null>
type GeneratedJson = ColumnType<unknown, string | undefined, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>
/** \`ltree[]\` in PostgreSQL's own notation, \`{a.b,a.c}\`. */
type GeneratedPaths = ColumnType<string, string | undefined, string>
`

/** Kysely's types for every table of the schema. */
export const describeTables = async (pool: pg.Pool): Promise<string> => {
  const tables = [...Map.groupBy(await readColumns(pool, 'public'), column => column.table)]
  const shapes = tables.map(([table, columns]) => {
    const lines = columns.map(
      ({ column, type, nullable, fallback }) => `  ${column}: ${columnType(type, nullable, fallback !== null)}`,
    )
    return `export type ${typeName(table)} = {\n${lines.join('\n')}\n}`
  })
  const all = tables.map(([table]) => `  ${table}: ${typeName(table)}`)
  return `${HEAD}\n${shapes.join('\n\n')}\n\nexport type Database = {\n${all.join('\n')}\n}\n`
}

const typeName = (table: string): string =>
  `${table
    .split('_')
    .map(word => word[0]?.toUpperCase() + word.slice(1))
    .join('')}Table`

const columnType = (type: string, nullable: boolean, generated: boolean): string => {
  const known = types[type]
  if (known === undefined) throw new Error(`No TypeScript type is known for ${type}.`)
  if (['Json', 'Instant', 'Paths'].includes(known))
    return `${generated ? 'Generated' : nullable ? 'Nullable' : ''}${known}`
  const read = nullable ? `${known} | null` : known
  return generated ? `Generated<${read}>` : read
}
