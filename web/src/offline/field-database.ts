import type { Carried, CarriedPoint } from '@luoshi/contract/field'
import { Dexie, type EntityTable } from 'dexie'

export type KeptPoint = Omit<CarriedPoint, 'last'>
export type KeptRound = Carried['rounds'][number]
export type KeptStandard = Carried['standards'][number]
export type KeptOccurrence = Carried['occurrences'][number]
export type KeptCase = Carried['cases'][number]
export type LastSeen = { readonly pointId: string; readonly last: CarriedPoint['last'] }

/** A form that is not finished. */
export type KeptDraft = { readonly key: string; readonly value: unknown }

/** What is known of the whole: who carries it, since when. */
export type Baggage = Pick<Carried, 'person' | 'units' | 'categories'> & {
  readonly key: 'baggage'
  readonly carriedAt: string
  /** Not known of what an earlier release carried. */
  readonly left?: Carried['left']
}

/**
 * What one person carries, on one phone. What was seen last lies apart from the points: the list of two thousand points opens without
 * reading forty thousand observations.
 */
export type FieldDatabase = Dexie & {
  readonly baggage: EntityTable<Baggage, 'key'>
  readonly rounds: EntityTable<KeptRound, 'id'>
  readonly points: EntityTable<KeptPoint, 'id'>
  readonly lastSeen: EntityTable<LastSeen, 'pointId'>
  readonly standards: EntityTable<KeptStandard, 'versionId'>
  readonly occurrences: EntityTable<KeptOccurrence, 'id'>
  readonly cases: EntityTable<KeptCase, 'id'>
  readonly drafts: EntityTable<KeptDraft, 'key'>
}

const tables = {
  baggage: 'key',
  rounds: 'id',
  points: 'id',
  lastSeen: 'pointId',
  standards: 'versionId',
  occurrences: 'id',
  cases: 'id',
  drafts: 'key',
}

/** Each person has a database of their own: who signs in on a borrowed phone neither sees nor sends another's work. */
export const openFieldDatabase = (personId: string): FieldDatabase => {
  const database = new Dexie(`luoshi-field-${personId}`) as FieldDatabase // its tables are named just below
  database.version(2).stores(tables)
  return database
}

/** Takes over all that the server sent; what is no longer carried is put down. The person's own work is not touched. */
export const unpack = async (database: FieldDatabase, carried: Carried): Promise<void> => {
  const { baggage, rounds, points, lastSeen, standards, occurrences, cases } = database
  const { person, units, categories, left } = carried
  await database.transaction('rw', [baggage, rounds, points, lastSeen, standards, occurrences, cases], async () => {
    await Promise.all([rounds, points, lastSeen, standards, occurrences, cases].map(table => table.clear()))
    await rounds.bulkPut([...carried.rounds])
    await points.bulkPut(carried.points.map(({ last: _, ...point }) => point))
    await lastSeen.bulkPut(
      carried.points.filter(({ last }) => last.length > 0).map(({ id, last }) => ({ pointId: id, last })),
    )
    await standards.bulkPut([...carried.standards])
    await occurrences.bulkPut([...carried.occurrences])
    await cases.bulkPut([...carried.cases])
    await baggage.put({ key: 'baggage', person, units, categories, left, carriedAt: carried.now })
  })
}

/** Puts down all that the server can send again. What was written on this phone is not of it. */
export const putDown = async (database: FieldDatabase): Promise<void> => {
  const { baggage, rounds, points, lastSeen, standards, occurrences, cases } = database
  await Promise.all([baggage, rounds, points, lastSeen, standards, occurrences, cases].map(table => table.clear()))
}
