import type pg from 'pg'

type Column = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly fallback: string | null
}

const COLUMNS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
         not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as fallback
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`

const LINES = `
  select c.relname as "table", line, 2 as rank from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
  cross join lateral (
    select 'constraint ' || conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
    union all select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = c.oid
    union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
    union all select 'policy ' || p.polname || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-') || ' check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-') from pg_policy p where p.polrelid = c.oid
    union all select 'row level security' where c.relrowsecurity
    union all select 'grant ' || string_agg(privilege_type, ', ' order by privilege_type) || ' to luoshi_app' from information_schema.role_table_grants g where g.grantee = 'luoshi_app' and g.table_schema = $1 and g.table_name = c.relname having count(*) > 0
  ) lines
  where c.relkind in ('r', 'p') order by c.relname, line`

const FUNCTIONS = `
  select regexp_replace(pg_get_functiondef(p.oid), '\\s+$', '') as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = $1
  where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname`

export const readColumns = async (pool: pg.Pool, schema: string): Promise<readonly Column[]> =>
  (await pool.query<Column>(COLUMNS, [schema])).rows

/** The whole shape of a schema as text, in a fixed order; the repository keeps it as `schema.sql`. */
export const describeSchema = async (pool: pg.Pool, schema = 'public'): Promise<string> => {
  const columns = Map.groupBy(await readColumns(pool, schema), column => column.table)
  const { rows } = await pool.query<{ table: string; line: string }>(LINES, [schema])
  const lines = Map.groupBy(rows, row => row.table)
  const functions = (await pool.query<{ text: string }>(FUNCTIONS, [schema])).rows.map(row => row.text)
  const tables = [...columns].map(([table, own]) =>
    [
      `table ${schema}.${table}`,
      ...own.map(describeColumn),
      ...(lines.get(table) ?? []).map(({ line }) => `  ${line}`),
    ].join('\n'),
  )
  return `${[...tables, ...functions].join('\n\n')}\n`
}

const describeColumn = ({ column, type, nullable, fallback }: Column): string =>
  `  ${column} ${type}${nullable ? '' : ' not null'}${fallback === null ? '' : ` default ${fallback}`}`
