import { type RawBuilder, sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import { readStandards } from './standard-rows.ts'
import { isReadable } from './standard-subject.ts'

export type StandardFilter = {
  readonly q?: string | undefined
  readonly pointType?: string | undefined
  readonly programmeId?: string | undefined
  readonly archived: boolean
}
export type StandardPage = StandardFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** Standards that the actor keeps or is held to, by type of point. Those never published are seen by who may write them. */
export const listStandards = async (context: Context, page: StandardPage) => {
  const { db, actor } = context
  const condition = conditionOf(context, page)
  const after = readCursor(page.cursor, 3)
  const from =
    after === null ? sql`true` : sql`(s.point_type, s.title, s.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
  const read = await readStandards(context, {
    where: sql`${condition} and ${from}`,
    after: sql`order by s.point_type, s.title, s.id limit ${page.limit + 1}`,
  })
  const { rows, next } = pageFrom(read, page.limit, ({ pointType, title, id }) => [pointType, title, id])
  const counted = await sql<{ total: number }>`
    select count(*) as total from standards s where s.tenant_id = ${actor.tenantId} and ${condition}`.execute(db)
  return { items: rows.map(({ planId: _, ...row }) => row), next, total: counted.rows[0]?.total ?? 0 }
}

const conditionOf = ({ actor }: Context, filter: StandardFilter): RawBuilder<unknown> => {
  const { q, pointType, programmeId, archived } = filter
  const conditions = [
    isReadable(scopeFor(actor, 'standard.read')),
    sql`(s.current_version_id is not null or s.unit_path <@ any(${pathArray(scopeFor(actor, 'standard.manage'))}))`,
    archived ? sql`s.archived_at is not null` : sql`s.archived_at is null`,
    ...(q ? [sql`(s.title like ${contains(q)} or s.point_type like ${contains(q)})`] : []),
    ...(pointType === undefined ? [] : [sql`s.point_type = ${pointType}`]),
    ...(programmeId === undefined ? [] : [sql`s.programme_id = ${programmeId}`]),
  ]
  return sql.join(conditions, sql` and `)
}
