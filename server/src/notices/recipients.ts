import { type RawBuilder, sql } from 'kysely'
import type { Destination } from '../channels/send.ts'
import type { Context } from '../context.ts'

/** Who is told: a person by mail, or a unit in its group; with the channels to try, one after another. */
export type Recipient = {
  readonly personId: string | null
  readonly unitId: string | null
  readonly channels: readonly (Destination & { readonly id: string })[]
  /** The units whose work is theirs. */
  readonly workUnits: readonly string[]
  /** Where they confirm what others submitted. */
  readonly officePaths: readonly string[]
}

/** Everybody with a channel of this rhythm. Somebody suspended or a unit closed is told nothing. */
export const recipients = async (
  { db, actor: { tenantId } }: Context,
  rhythm: 'daily' | 'at-once',
): Promise<readonly Recipient[]> => {
  const { rows } = await sql<Recipient>`
    with told as (
      select case when c.unit_id is null then c.person_id end as person_id, c.unit_id,
        jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'address', c.address, 'secret', c.secret) order by c.id)
          as channels
      from channels c
      join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
      left join units cu on cu.tenant_id = c.tenant_id and cu.id = c.unit_id
      where c.tenant_id = ${tenantId} and c.active and c.rhythm = ${rhythm} and cu.archived_at is null
        and (c.unit_id is not null or p.status = 'active')
      group by 1, 2)
    select person_id as "personId", unit_id as "unitId", channels,
      case when unit_id is not null then jsonb_build_array(unit_id)
        else ${seats(tenantId, sql`u.id`, ['unit', 'worker'])} end as "workUnits",
      case when unit_id is not null then '[]'::jsonb
        else ${seats(tenantId, sql`u.path::text`, ['office'])} end as "officePaths"
    from told`.execute(db)
  return rows
}

const seats = (tenantId: string, what: RawBuilder<unknown>, roles: readonly string[]) => sql`coalesce((
  select jsonb_agg(distinct ${what}) from memberships m
  join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id and u.archived_at is null
  where m.tenant_id = ${tenantId} and m.person_id = told.person_id and m.role = any(${roles})), '[]')`
