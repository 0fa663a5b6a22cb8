import { hashPassword } from 'better-auth/crypto'
import { furnishCategories } from '../cases/furnish-categories.ts'
import type { Context, House, Signed } from '../context.ts'
import { writePerson } from '../people/create-person.ts'
import { createUnit } from '../units/create-unit.ts'
import { pathLabel } from '../units/path-label.ts'
import { unfinished } from './half-loaded.ts'
import { county, sampleUnits } from './sample-county.ts'
import { type SamplePerson, samplePeople } from './sample-people.ts'
import { type SampleWorld, signedAs } from './sample-world.ts'
import { sampleSignIns } from './sign-ins.ts'

export type Placed = {
  readonly id: string
  readonly path: string
  readonly kind: (typeof sampleUnits)[number]['kind']
}

export type SampleCounty = {
  readonly units: ReadonlyMap<string, Placed>
  readonly people: readonly (SamplePerson & { readonly signed: Signed })[]
}

/** The tenant and the root of its tree: what no request could make. */
export const writeTenant = async (house: House, tenantId: string): Promise<Placed> => {
  const id = house.ids.next()
  const root = { id, path: pathLabel(id), kind: 'county' } as const
  await house.db
    .insertInto('tenants')
    .values({ tenant_id: tenantId, name: unfinished, created_at: house.clock.now(), sample: true })
    .execute()
  await house.db
    .insertInto('units')
    .values({ tenant_id: tenantId, ...root, name: county })
    .execute()
  await furnishCategories(house, tenantId)
  return root
}

/** Units and people, through the commands an administrator uses. */
export const writeCounty = async (world: SampleWorld, root: Placed): Promise<SampleCounty> => {
  const passwords = new Map(
    await Promise.all(
      sampleSignIns.map(async ({ account, password }) => [account, await hashPassword(password)] as const),
    ),
  )
  return world.inOne(async as => {
    const context = as(founder(world.tenantId, root))
    const units = new Map([[county, root]])
    for (const { parent, name, kind, shortName = null, aliases = [] } of sampleUnits) {
      const unit = await createUnit(context, { parentId: placed(units, parent).id, kind, name, shortName, aliases })
      units.set(name, { id: unit.id, path: unit.path, kind })
    }
    const people: SampleCounty['people'][number][] = []
    for (const person of samplePeople) {
      const id = await writeSamplePerson(context, person, placed(units, person.unit), passwords.get(person.account))
      const { id: unitId, path: unitPath, kind: unitKind } = placed(units, person.unit)
      const memberships = [{ unitId, unitPath, unitKind, role: person.role }]
      people.push({ ...person, signed: signedAs(world.tenantId, id, person.name, memberships) })
    }
    return { units, people }
  })
}

export const placed = (units: SampleCounty['units'], name: string): Placed => {
  const found = units.get(name)
  if (!found) throw new Error(`The sample county has no ${name}.`)
  return found
}

/** Whoever founds a county is its administrator for as long as that takes. */
const founder = (tenantId: string, { id, path, kind }: Placed): Signed => ({
  ...signedAs(tenantId, '00000000-0000-0000-0000-000000000000', '系统', [
    { unitId: id, unitPath: path, unitKind: kind, role: 'administrator' },
  ]),
  via: 'system',
})

/** Only those who are told of can sign in. */
const writeSamplePerson = async (
  context: Context,
  { name, account, title, role }: SamplePerson,
  unit: Placed,
  passwordHash: string | undefined,
): Promise<string> => {
  const memberships = [{ unitId: unit.id, role, title }]
  const wanted = { name, account, title, phone: null, email: null, memberships }
  const id = await writePerson(context, wanted, passwordHash ?? 'unusable')
  await context.db
    .updateTable('people')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('id', '=', id)
    .set({ password_due: false })
    .execute()
  return id
}
