import type pg from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/**
 * Not carried over: sessions, which a restore would bring back to life after they were ended, and what the database notes
 * about itself.
 */
const LEFT_OUT = ['public.schema_migrations', 'auth.session', 'auth.verification']

/**
 * Every table with its columns, each after those it refers to, so that rows can be put back in this order. What is checked at commit
 * only asks for no order.
 */
export const tablesInOrder = async (client: Pick<pg.ClientBase, 'query'>): Promise<readonly Table[]> => {
  const { rows: tables } = await client.query<Table>(TABLES, [LEFT_OUT])
  const { rows: references } = await client.query<{ table: string; refers: string }>(REFERENCES)
  const needs = (name: string) =>
    references.filter(({ table, refers }) => table === name && refers !== name).map(({ refers }) => refers)

  const ordered: Table[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name }) => !needs(name).some(need => waiting.some(other => other.name === need)))
    if (next < 0)
      throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}

/** The table's name as SQL quotes it. */
export const quoted = (name: string): string =>
  name
    .split('.')
    .map(part => `"${part}"`)
    .join('.')

const TABLES = `
  select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth')
    and n.nspname || '.' || c.relname <> all ($1)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by 1 order by 1`

const REFERENCES = `
  select n.nspname || '.' || c.relname as table, rn.nspname || '.' || rc.relname as refers
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
  where k.contype = 'f' and not k.condeferred`
