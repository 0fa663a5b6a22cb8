import type { RoundDetail } from '@luoshi/contract/rounds'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { isWhole } from '../visits/whole-visits.ts'
import { tiesOf } from './frame-of.ts'
import { withdrawalsOf } from './kept-withdrawal.ts'
import type { LockedRound } from './lock-round.ts'

type Person = {
  readonly id: string
  readonly name: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly points: number
  readonly visited: number
}

/** Who may be drawn, or once it is drawn who goes, with how far they have come; and names for everybody the round speaks of. */
export const peopleOfRound = async (
  { db, actor }: Context,
  round: LockedRound,
  ownAlone: boolean,
): Promise<{ readonly shown: RoundDetail['people']; readonly names: ReadonlyMap<string, string> }> => {
  const { rows } = await sql<Person>`
    select p.id, p.name, u.id as unit_id, u.name as unit_name, u.kind as unit_kind,
      count(x.point_id) as points, count(v.id) as visited
    from round_inspectors i
    join people p on p.tenant_id = i.tenant_id and p.id = i.person_id
    join units u on u.tenant_id = i.tenant_id and u.path = i.unit_path
    left join round_pairs x on x.tenant_id = i.tenant_id and x.round_id = i.round_id and x.person_id = i.person_id
    left join visits v on v.tenant_id = x.tenant_id and v.round_id = x.round_id and v.point_id = x.point_id
      and v.person_id = x.person_id and ${isWhole}
    where i.tenant_id = ${actor.tenantId} and i.round_id = ${round.id}
      and (not ${ownAlone}::boolean or i.person_id = ${actor.personId})
    group by p.id, p.name, u.id, u.name, u.kind order by u.name, p.name, p.id`.execute(db)
  const shown = rows.map(({ id, name, unit_id, unit_name, unit_kind, points, visited }) => ({
    person: { id, name },
    unit: unitRef(unit_id, unit_name, unit_kind),
    points,
    visited,
  }))
  const others = [
    round.created_by,
    ...tiesOf(round).map(({ personId }) => personId),
    ...withdrawalsOf(round).map(({ inspectorId }) => inspectorId),
  ]
  const named = await db
    .selectFrom('people')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', others)
    .select(['id', 'name'])
    .execute()
  return { shown, names: new Map(named.map(({ id, name }) => [id, name])) }
}
