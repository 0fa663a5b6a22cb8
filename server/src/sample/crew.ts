import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import type { Role } from '@luoshi/rules/role'
import { type Chance, seededChance } from '@luoshi/rules/seeded-chance'
import type { Signed } from '../context.ts'
import { county } from './sample-county.ts'
import type { SampleCounty } from './write-county.ts'

/** Who does the work, and how readily. */
export type Crew = {
  readonly offices: readonly Signed[]
  readonly of: (unitId: string) => readonly Signed[]
  /** From 0 to 1: how far one can rely on a unit. */
  readonly diligence: (unitId: string) => number
  readonly chance: Chance
  /** Work that is left for whoever looks at the county first. */
  readonly leavesOpen: (unitId: string, dueOn: PlainDate) => boolean
}

export const crewOf = ({ people, units }: SampleCounty): Crew => {
  const chance = seededChance(20_260_101)
  const among = (roles: readonly Role[], unitId: string) =>
    people
      .filter(({ role, signed }) => roles.includes(role) && signed.memberships[0]?.unitId === unitId)
      .map(({ signed }) => signed)
  const root = units.get(county)?.id ?? ''
  const diligences = new Map([...units.values()].map(({ id }) => [id, 0.72 + chance.next() * 0.27]))
  for (const [name, value] of laggards) diligences.set(units.get(name)?.id ?? '', value)
  return {
    offices: among(['office'], root),
    of: unitId => among(['unit', 'worker'], unitId),
    diligence: unitId => diligences.get(unitId) ?? 0.9,
    chance,
    leavesOpen: () => false,
  }
}

/** The community one can sign in as keeps something late and something to do about the given day. */
export const leavingSome = (crew: Crew, { units }: SampleCounty, today: PlainDate): Crew => {
  const shown = units.get('滨河社区')?.id
  return {
    ...crew,
    leavesOpen: (unitId, dueOn) => unitId === shown && dueOn > addDays(today, -12) && dueOn < addDays(today, 8),
  }
}

/** Every county has some. */
const laggards: readonly (readonly [string, number])[] = [
  ['石坪社区', 0.35],
  ['西市社区', 0.5],
  ['锦程物业服务有限公司', 0.45],
  ['滨河社区', 0.93],
]
