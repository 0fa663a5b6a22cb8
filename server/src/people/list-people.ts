import type { Person } from '@luoshi/contract/people'
import type { Role } from '@luoshi/rules/role'
import { type SqlBool, sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import { personRows, shownPerson } from './person-rows.ts'

export type PeopleFilter = {
  readonly q?: string | undefined
  /** With everything under it. */
  readonly unitId?: string | undefined
  readonly role?: Role | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export type PeoplePage = { readonly items: Person[]; readonly next: string | null; readonly total: number }

export const listPeople = async (context: Context, filter: PeopleFilter): Promise<PeoplePage> => {
  const { db, actor } = context
  const cursor = readCursor(filter.cursor, 2)
  const wanted = peopleWithin(context, filter)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from people p where p.tenant_id = ${actor.tenantId} and ${wanted}`.execute(db)
  const beyond =
    cursor === null ? sql<SqlBool>`true` : sql<SqlBool>`(p.name, p.id) > (${cursor[0]}, ${cursor[1]}::uuid)`
  const rows = await personRows(context, { where: sql`${wanted} and ${beyond}`, limit: filter.limit + 1 })
  const page = pageFrom(rows, filter.limit, ({ name, id }) => [name, id])
  return {
    items: page.rows.map(row => shownPerson(actor, row)),
    next: page.next,
    total: counted[0]?.total ?? 0,
  }
}

/** The condition for people of the filter who have a seat within the actor's reach. */
export const peopleWithin = (
  { actor }: Pick<Context, 'actor'>,
  { q, unitId, role }: Omit<PeopleFilter, 'cursor' | 'limit'>,
): ReturnType<typeof sql<SqlBool>> => {
  const words = q === undefined || q === '' ? null : contains(q)
  return sql<SqlBool>`
    exists (select from memberships m join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
      where m.tenant_id = ${actor.tenantId} and m.person_id = p.id
        and u.path <@ any(${pathArray(scopeFor(actor, 'person.read'))})
        and (${role ?? null}::text is null or m.role = ${role ?? null})
        and (${unitId ?? null}::uuid is null or u.path <@ (
          select path from units where tenant_id = ${actor.tenantId} and id = ${unitId ?? null}::uuid)))
    and (${words}::text is null or p.name ilike ${words} or p.account ilike ${words} or p.title ilike ${words})`
}
