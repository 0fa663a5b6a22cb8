import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import type { TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { thingsFor } from '../notices/things.ts'
import { openApiDocument } from '../openapi/document.ts'
import type { PersonName } from '../seed.testing.ts'

/** Ids by table. */
export type Known = ReadonlyMap<string, readonly string[]>

/** What every reading request answered, by request. */
export type Replies = ReadonlyMap<string, string>

/** Every id on record now. */
export const knownNow = async (house: TestHouse): Promise<Known> => {
  const { db } = house.house
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id'
      and data_type = 'uuid' order by 1`.execute(db)
  const known = new Map<string, readonly string[]>()
  for (const { name } of rows) {
    const ids = await sql<{ id: string }>`select id from ${sql.table(name)} order by id`.execute(db)
    known.set(
      name,
      ids.rows.map(({ id }) => id),
    )
  }
  return known
}

/** What is on record now and was not then. */
export const sinceThen = (now: Known, then: Known): Known =>
  new Map([...now].map(([name, ids]) => [name, ids.filter(id => !then.get(name)?.includes(id))]))

type Schema = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly maximum?: number
}
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

/**
 * Every reading request that the house offers, by its own description: each operation with each value of each filter, and with each
 * of these ids where it asks for one. A new operation is among them by itself.
 */
export const readingRequests = async (known: Known, words: readonly string[]): Promise<readonly string[]> => {
  const { paths = {} } = await openApiDocument('')
  const values = valuesOf(known, words)
  return Object.entries(paths).flatMap(([path, item]) => {
    const asked = item?.get
    if (asked === undefined) return []
    const parameters = (asked.parameters ?? []) as readonly Parameter[] // none is a reference
    const required = parameters.filter(parameter => parameter.required === true || parameter.in === 'path')
    return choices(required.map(parameter => [parameter, values(parameter, path)] as const)).flatMap(chosen => {
      const whole = new Map([...chosen, ...mostOf(parameters)])
      const filters = parameters.filter(({ name, in: where }) => where === 'query' && !whole.has(name))
      const filtered = filters.flatMap(parameter =>
        values(parameter, path).map(value => addressOf(path, parameters, new Map([...whole, [parameter.name, value]]))),
      )
      return [addressOf(path, parameters, whole), ...filtered]
    })
  })
}

/** As many as one page shows. */
const mostOf = (parameters: readonly Parameter[]): readonly (readonly [string, string])[] =>
  parameters.flatMap(({ name, schema }) =>
    name === 'limit' || name === 'each' ? [[name, String(schema?.maximum ?? 50)] as const] : [],
  )

const choices = (asked: readonly (readonly [Parameter, readonly string[]])[]): readonly Map<string, string>[] =>
  asked.reduce<readonly Map<string, string>[]>(
    (all, [{ name }, values]) => all.flatMap(chosen => values.map(value => new Map([...chosen, [name, value]]))),
    [new Map()],
  )

const addressOf = (path: string, parameters: readonly Parameter[], chosen: ReadonlyMap<string, string>): string => {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => chosen.get(name) ?? '')
  const query = parameters.flatMap(({ name, in: where }) => {
    const value = chosen.get(name)
    return where === 'query' && value !== undefined ? [`${name}=${encodeURIComponent(value)}`] : []
  })
  return query.length === 0 ? address : `${address}?${query.join('&')}`
}

/** What to ask a parameter with. */
const valuesOf =
  (known: Known, words: readonly string[]) =>
  ({ name, schema = {} }: Parameter, path: string): readonly string[] => {
    if (schema.enum !== undefined) return schema.enum
    if (schema.type === 'boolean') return ['true', 'false']
    if (name === 'q') return words
    if (name === 'cursor') return []
    if (schema.format === 'date-time') return ['2026-03-02T00:00:00Z']
    if (schema.format === 'date') return ['2026-03-02']
    if (schema.type === 'integer' || schema.type === 'number') return name === 'year' ? ['2026'] : ['30']
    if (schema.format !== 'uuid') return name === 'month' ? ['2026-03'] : name === 'pointType' ? ['居民小区'] : []
    return idsFor(known, name === 'id' ? (path.split('/').at(path.split('/').indexOf('{id}') - 1) ?? '') : name)
  }

/** The ids of what a parameter or a path speaks of; of everything where its name says nothing. */
const idsFor = (known: Known, name: string): readonly string[] => {
  const noun = name.replaceAll('-', '_').replace(/Id$/, '')
  const named = [noun, `${noun}s`, noun.replace(/y$/, 'ies'), noun === 'person' ? 'people' : noun]
  const table = [...known.keys()].find(key => named.some(one => key === one || key.endsWith(`_${one}`)))
  return table === undefined ? [...known.values()].flat() : (known.get(table) ?? [])
}

/** Asks for all of them as somebody would. A refusal counts by what it says, not by its own number. */
export const replies = async (house: TestHouse, who: PersonName, requests: readonly string[]): Promise<Replies> => {
  const said = new Map<string, string>()
  const waiting = [...requests]
  const ask = async (): Promise<void> => {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift())
      said.set(request, await replyTo(house, who, request))
  }
  await Promise.all([ask(), ask(), ask(), ask()])
  return new Map([...said].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const replyTo = async (house: TestHouse, who: PersonName, request: string): Promise<string> => {
  const reply = await fetch(`${house.url}/api/v1${request}`, { headers: { cookie: house.cookieOf(who) } })
  if (!reply.headers.get('content-type')?.includes('json'))
    return `${reply.status} ${textOf(new Uint8Array(await reply.arrayBuffer()))}`
  const body = (await reply.json()) as { readonly code?: string; readonly instance?: string } // any object
  return `${reply.status} ${body.instance === undefined ? JSON.stringify(body) : body.code}`
}

/** A document or a spreadsheet says when it was written: what it says besides counts. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString('base64')
  const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') && !name.startsWith('docProps') })
  return Object.entries(parts)
    .map(([name, part]) => `${name} ${strFromU8(part)}`)
    .sort()
    .join('\n')
}

/** What the house would tell somebody of itself. */
export const noticesFor = async (house: TestHouse, who: PersonName): Promise<string> => {
  const { units, people, tenantId } = house.seeded
  const recipient = {
    ...{ personId: people[who].id, unitId: null, channels: [] },
    ...{ workUnits: [units.willow.id], officePaths: [units.east.path] },
  }
  return JSON.stringify(await asSystem(house.house, tenantId, context => thingsFor(context, recipient)))
}
