import type { AuditEntry } from '@luoshi/contract/audit'
import { addDays } from '@luoshi/rules/plain-date'
import { parentPath } from '@luoshi/rules/unit-path'
import { type SqlBool, sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { within } from '../db/ltree.ts'

export type AuditFilter = {
  readonly q?: string | undefined
  readonly personId?: string | undefined
  readonly action?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export type AuditPage = { readonly items: AuditEntry[]; readonly next: string | null; readonly total: number | null }

/** Beyond this many, counting costs more than the number tells. */
const COUNTED = 10_000

/** Who did what when, newest first. */
export const listEntries = async (context: Context, filter: AuditFilter): Promise<AuditPage> => {
  const { db, actor } = context
  const cursor = readCursor(filter.cursor, 1)
  const wanted = entriesWithin(context, filter)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from (
      select from audit_entries e left join people p on p.tenant_id = e.tenant_id and p.id = e.person_id
      where e.tenant_id = ${actor.tenantId} and ${wanted} limit ${COUNTED + 1}) counted`.execute(db)
  const rows = await entryRows(context, wanted, cursor?.[0] === undefined ? null : String(cursor[0]), filter.limit + 1)
  const total = counted[0]?.total ?? 0
  const page = pageFrom(rows, filter.limit, ({ id }) => [id])
  return { items: page.rows.map(shownEntry), next: page.next, total: total > COUNTED ? null : total }
}

export type EntryRow = {
  readonly id: string
  readonly at: Date
  readonly person_id: string | null
  readonly person: string | null
  readonly via: AuditEntry['via']
  readonly action: string
  readonly subject_kind: string
  readonly subject_id: string | null
  readonly subject: string | null
  readonly unit_id: string | null
  readonly content: Record<string, unknown>
}

/** Entries before the given one, newest first. A person as subject is called by the name it has now, if it still has one. */
export const entryRows = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  wanted: ReturnType<typeof sql<SqlBool>>,
  before: string | null,
  limit: number,
): Promise<readonly EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select e.id, e.at, e.person_id, p.name as person, e.via, e.action, e.subject_kind, e.subject_id::text,
      coalesce(e.subject, s.name) as subject, u.id as unit_id, e.content
    from audit_entries e
    left join people p on p.tenant_id = e.tenant_id and p.id = e.person_id
    left join people s on e.subject_kind = 'person' and s.tenant_id = e.tenant_id and s.id = e.subject_id
    left join units u on u.tenant_id = e.tenant_id and u.path = e.unit_path
    where e.tenant_id = ${actor.tenantId} and ${wanted} and (${before}::uuid is null or e.id < ${before}::uuid)
    order by e.id desc limit ${limit}`.execute(db)
  return rows
}

/** What concerns no unit, such as a sign-in, is read by who reads the whole county. */
export const entriesWithin = (
  { actor }: Pick<Context, 'actor'>,
  { q, personId, action, subjectId, from, to }: Omit<AuditFilter, 'cursor' | 'limit'>,
): ReturnType<typeof sql<SqlBool>> => {
  const scope = scopeFor(actor, 'audit.read')
  const all = scope.some(path => parentPath(path) === null)
  const words = q === undefined || q === '' ? null : contains(q)
  const conditions = [
    ...(all ? [] : [within('e.unit_path', scope)]),
    ...(personId === undefined ? [] : [sql<SqlBool>`e.person_id = ${personId}`]),
    ...(action === undefined ? [] : [sql<SqlBool>`e.action like ${`${action}%`}`]),
    ...(subjectId === undefined ? [] : [sql<SqlBool>`e.subject_id::text = ${subjectId}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`e.at >= ${`${from}T00:00:00+08:00`}::timestamptz`]),
    ...(to === undefined ? [] : [sql<SqlBool>`e.at < ${`${addDays(to, 1)}T00:00:00+08:00`}::timestamptz`]),
    ...(words === null
      ? []
      : [sql<SqlBool>`(e.subject ilike ${words} or e.action ilike ${words} or p.name ilike ${words})`]),
  ]
  return conditions.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>(conditions, sql` and `)
}

const shownEntry = (row: EntryRow): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  who: row.person_id === null ? null : { id: row.person_id, name: row.person ?? '' },
  via: row.via,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  subject: row.subject,
  unitId: row.unit_id,
  content: row.content,
})
