import type { Role } from '@luoshi/rules/role'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { sql } from 'kysely'
import type { House } from './context.ts'

/**
 * Two counties that know nothing of each other. In 澄溪县: two streets with two communities each, estates, two departments
 * and a company; an office at the county and at the first street, and people in every role.
 */
const units = {
  county: ['', 'county', '澄溪县'],
  office: ['county', 'department', '县创建办'],
  urban: ['county', 'department', '县城管局'],
  health: ['county', 'department', '县卫健局'],
  east: ['county', 'street', '东桥街道'],
  west: ['county', 'street', '西渡街道'],
  willow: ['east', 'community', '柳荫社区'],
  pond: ['east', 'community', '荷塘社区'],
  hill: ['west', 'community', '小丘社区'],
  ferry: ['west', 'community', '渡口社区'],
  garden: ['willow', 'estate', '柳荫花园'],
  terrace: ['pond', 'estate', '荷塘台'],
  keeper: ['willow', 'company', '安居物业'],
  other: ['', 'county', '远峰县'],
  otherTown: ['other', 'street', '远峰街道'],
} as const satisfies Record<string, readonly [parent: string, kind: UnitKind, name: string]>

export type UnitName = keyof typeof units

const people = {
  administrator: ['county', 'administrator', '管明'],
  officer: ['county', 'office', '陈办'],
  colleague: ['county', 'office', '许办'],
  leader: ['county', 'leader', '林导'],
  auditor: ['county', 'auditor', '沈计'],
  inspector: ['county', 'inspector', '杜察'],
  eastOfficer: ['east', 'office', '方东'],
  eastUnit: ['east', 'unit', '东街'],
  westOfficer: ['west', 'office', '方西'],
  westUnit: ['west', 'unit', '西街'],
  willowUnit: ['willow', 'unit', '柳书记'],
  willowWorker: ['willow', 'worker', '柳小工'],
  pondUnit: ['pond', 'unit', '荷书记'],
  pondWorker: ['pond', 'worker', '荷小工'],
  hillUnit: ['hill', 'unit', '丘书记'],
  hillWorker: ['hill', 'worker', '丘小工'],
  ferryWorker: ['ferry', 'worker', '渡小工'],
  urbanUnit: ['urban', 'unit', '城管员'],
  keeperUnit: ['keeper', 'unit', '物业员'],
  stranger: ['other', 'office', '远办'],
  strangerAdministrator: ['other', 'administrator', '远管'],
} as const satisfies Record<string, readonly [unit: UnitName, role: Role, name: string]>

export type PersonName = keyof typeof people

export type SeededUnit = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly tenantId: string
}

export type Seeded = {
  readonly tenantId: string
  readonly otherTenantId: string
  readonly units: Readonly<Record<UnitName, SeededUnit>>
  readonly people: Readonly<Record<PersonName, { readonly id: string; readonly tenantId: string }>>
  /** Tokens of sessions that are open. */
  readonly tokens: Readonly<Record<PersonName, string>>
}

/** Written straight into the tables, so that a test begins with the house as it stands and not with how it came to be. */
export const seed = async (house: House): Promise<Seeded> => {
  const tenantId = house.ids.next()
  const otherTenantId = house.ids.next()
  await house.db
    .insertInto('tenants')
    .values([
      { tenant_id: tenantId, name: '澄溪县', created_at: house.clock.now() },
      { tenant_id: otherTenantId, name: '远峰县', created_at: house.clock.now() },
    ])
    .execute()
  const placed = await seedUnits(house, tenantId, otherTenantId)
  const seated = await seedPeople(house, placed)
  return { tenantId, otherTenantId, units: placed, ...seated }
}

const seedUnits = async (house: House, own: string, foreign: string): Promise<Seeded['units']> => {
  const placed: Partial<Record<UnitName, SeededUnit>> = {}
  for (const [key, [parent, kind, name]] of entriesOf(units)) {
    const above = parent === '' ? undefined : placed[parent]
    const id = house.ids.next()
    const path = above === undefined ? key : `${above.path}.${key}`
    const tenantId = above?.tenantId ?? (key === 'other' ? foreign : own)
    placed[key] = { id, path, name, tenantId }
    await house.db
      .insertInto('units')
      .values({ tenant_id: tenantId, id, parent_id: above?.id ?? null, path, kind, name })
      .execute()
  }
  return placed as Seeded['units'] // every unit of the list has been placed
}

const seedPeople = async (house: House, placed: Seeded['units']): Promise<Pick<Seeded, 'people' | 'tokens'>> => {
  const seated: Partial<Record<PersonName, { id: string; tenantId: string }>> = {}
  const tokens: Partial<Record<PersonName, string>> = {}
  for (const [key, [unit, role, name]] of entriesOf(people)) {
    const { id: unitId, tenantId } = placed[unit]
    const id = house.ids.next()
    const account = key.toLowerCase()
    await house.db
      .insertInto('people')
      .values({ tenant_id: tenantId, id, user_id: id, name, account, created_at: house.clock.now() })
      .execute()
    await house.db
      .insertInto('memberships')
      .values({ tenant_id: tenantId, id: house.ids.next(), person_id: id, unit_id: unitId, role })
      .execute()
    tokens[key] = await openSession(house, id, account)
    seated[key] = { id, tenantId }
  }
  return { people: seated, tokens } as Pick<Seeded, 'people' | 'tokens'> // everybody of the list has been seated
}

/** The password of everybody in the seed is not usable: they are signed in already. */
const openSession = async (house: House, userId: string, account: string): Promise<string> => {
  const token = `token-of-${account}-${userId}`
  await sql`select make_sign_in(${userId}, ${account}, 'unusable', ${house.clock.now()})`.execute(house.db)
  await sql`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId", "userAgent", "ipAddress")
    values (${house.ids.next()}, '2100-01-01', ${token}, now(), ${userId}, 'test', '127.0.0.1')`.execute(house.db)
  return token
}

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] =>
  Object.entries(record) as unknown as readonly (readonly [K, V])[] // the keys are known
