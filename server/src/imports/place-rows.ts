import { sql } from 'kysely'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import { personRows } from '../people/person-rows.ts'
import { accountOf } from '../sign-in/accounts.ts'
import { existingUnits } from './existing-units.ts'
import { type KnownPerson, type PersonStep, placePeople } from './place-people.ts'
import { placeUnits, type UnitStep } from './place-units.ts'
import type { CellError, Written } from './read-workbook.ts'
import { isManaged, type Node } from './tree.ts'

export type Placing = {
  readonly units: readonly UnitStep[]
  readonly people: readonly PersonStep[]
  readonly errors: readonly CellError[]
}

/** What the spreadsheet would do to the house as it stands now. */
export const placeRows = async (context: Context, written: Written): Promise<Placing> => {
  const scope = allowSomewhere(context.actor, 'import.run')
  const existing = await existingUnits(context)
  const placed = placeUnits(written.units, existing, scope)
  const known = await knownPeople(context, written, existing, scope)
  const people = placePeople(written.people, placed.nodes, known, scope)
  return {
    units: placed.steps,
    people: people.steps,
    errors: [...written.errors, ...placed.errors, ...people.errors],
  }
}

const knownPeople = async (
  context: Context,
  { people }: Written,
  units: readonly Node[],
  scope: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const accounts = [...new Set(people.map(({ texts }) => accountOf(texts.account ?? '')))]
  const rows = await personRows(context, { where: sql`p.account = any(${accounts})` })
  const managed = new Set(units.filter(unit => isManaged(unit, scope)).map(({ id }) => id))
  return new Map(
    rows.map(({ id, account, name, phone, email, seats }) => [
      account,
      { id, account, name, phone, email, seats, managed: seats.every(({ unitId }) => managed.has(unitId)) },
    ]),
  )
}
