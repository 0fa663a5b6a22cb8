import type { NamedUnit, PartyContext } from '@luoshi/rules/party-match'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { ancestorsAndSelf } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import type { PlanRow } from '../plans/plan-rows.ts'
import { answerFor, type PartyAnswer, type Said } from './party-answer.ts'

/** Whom the names in a plan stand for, as seen by the office that issues it. */
export type PartyBook = {
  /** Every unit that may be given work: those under the plan's unit, and the departments of the county. */
  readonly units: ReadonlyMap<string, NamedUnit>
  readonly answer: (name: string) => PartyAnswer
  readonly unitsOf: (name: string) => readonly string[]
}

export const partyBook = async (context: Context, plan: PlanRow): Promise<PartyBook> => {
  const units = await unitsInReach(context, plan)
  const party: PartyContext = { units, remembered: [], places: await placesOf(context, plan) }
  const said = await whatWasSaid(context, plan)
  const answers = new Map<string, PartyAnswer>()
  const answer = (name: string): PartyAnswer => {
    const found = answers.get(name) ?? answerFor(name, party, plan.unit_path, said.get(name) ?? null)
    answers.set(name, found)
    return found
  }
  return { units: new Map(units.map(unit => [unit.id, unit])), answer, unitsOf: name => answer(name).unitIds }
}

const unitsInReach = async ({ db, actor }: Context, plan: PlanRow): Promise<readonly NamedUnit[]> => {
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`(path <@ ${plan.unit_path}::ltree or kind = 'department')`)
    .orderBy('path')
    .select(['id', 'name', 'short_name', 'aliases', 'kind', 'path'])
    .execute()
  return rows.map(({ short_name: shortName, kind, ...unit }) => ({ ...unit, shortName, kind: kind as UnitKind }))
}

/** The names of the place and of those around it, as they begin other names: 云溪县, 云溪. */
const placesOf = async ({ db, actor }: Context, plan: PlanRow): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`path = any(${pathArray(ancestorsAndSelf(plan.unit_path))})`)
    .where('kind', 'in', ['county', 'street', 'town', 'community', 'village'])
    .select('name')
    .execute()
  return rows.flatMap(({ name }) => [name, name.replace(/(?:县|区|市|街道|镇|乡|社区|村)$/, '')])
}

/** What the plan's unit said a name stands for, and where it said nothing, the nearest unit above it that did. */
const whatWasSaid = async ({ db, actor }: Context, plan: PlanRow): Promise<ReadonlyMap<string, Said>> => {
  const rows = await db
    .selectFrom('party_matches')
    .innerJoin('units', join =>
      join.onRef('units.tenant_id', '=', 'party_matches.tenant_id').onRef('units.id', '=', 'party_matches.unit_id'),
    )
    .where('party_matches.tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`units.path = any(${pathArray(ancestorsAndSelf(plan.unit_path))})`)
    .orderBy(sql`nlevel(units.path)`)
    .select(['party_matches.name', 'unit_ids as unitIds', 'every_kind as everyKind', 'ignored'])
    .execute()
  return new Map(rows.map(row => [row.name, row]))
}
