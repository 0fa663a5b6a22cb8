import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './county/fill-county.ts'
import { criteriaEach, fillVisits, versionId } from './county/fill-visits.ts'
import { type County, openCounty } from './county/open-county.ts'
import { type Phones, phonesOf } from './county/phones.ts'
import { type ProcessorTime, processorTime, usedBetween } from './county/processor-time.ts'
import { type Server, startServer } from './county/start-server.ts'
import { type Load, load } from './load.ts'
import { printNotes, printTable } from './print-table.ts'
import { milliseconds } from './timing.ts'

const size = { streets: 10, communitiesEach: 10, estatesEach: 9, tasks: 1 }
const inspectors = 96
const pointsEach = 32
/** Phones that deliver at once. A county has that many out on its busiest morning. */
const hands = 4
const batch = 50

/** Visits of twenty observations each from phones, over HTTP, durable; and whether every one that was acknowledged is there. */
export const visits = async (args: readonly string[]): Promise<void> => {
  const seconds = args.includes('--quick') ? 10 : 60
  console.log('Filling a county…')
  const county = await openCounty(size)
  try {
    const points = await fillVisits(county.db, inspectors, pointsEach)
    await measure(county, points, seconds)
  } finally {
    await county.close()
  }
}

const measure = async (county: County, points: number, seconds: number): Promise<void> => {
  const phones = phonesOf(points, inspectors)
  let server = await startServer(county.url)
  try {
    const before = await processorTime(county.db, server.pid)
    const one = await load(hands, seconds, () => phones.deliver(server.url, 1))
    const after = await processorTime(county.db, server.pid)
    const each = perVisit(before, after, phones.acknowledged.size)
    const many = await load(2, Math.max(10, seconds / 3), () => phones.deliver(server.url, batch))
    server = await killedMidway(county, server, phones)
    const raw = await rawLimit(county, Math.max(5, seconds / 6))
    const rows: readonly string[][] = [
      ['one visit a request', ...figures(one, 1)],
      [`${batch} visits a request, after days without a signal`, ...figures(many, batch)],
      ['limit: two inserts and a commit, nothing asked or recorded', ...figures(raw, 1)],
      ['ODK Central, as published: submissions', '41/s', '', '', ''],
    ]
    printTable(['', 'visits', 'observations', 'median', 'p95'], rows)
    await printLost(county, phones.acknowledged, each)
  } finally {
    await server.stop()
  }
}

const figures = ({ perSecond, median, p95 }: Load, each: number): readonly string[] => [
  `${(perSecond * each).toFixed(0)}/s`,
  `${(perSecond * each * criteriaEach).toFixed(0)}/s`,
  milliseconds(median),
  milliseconds(p95),
]

/** Of processor time, which other work on the machine does not lengthen as it lengthens the wait. */
const perVisit = (before: ProcessorTime, after: ProcessorTime, visits: number): string => {
  const used = usedBetween(before, after)
  const [server, database] = [used.server / visits, used.database / visits]
  const room = (2000 / (server + database)).toFixed(0)
  return `Processor time a visit: server ${server.toFixed(1)} ms, database ${database.toFixed(1)} ms; two cores with nothing else to do have room for ${room} a second.`
}

const printLost = async ({ db }: County, acknowledged: ReadonlySet<string>, each: string): Promise<void> => {
  const { rows } = await sql<{ id: string; seen: number }>`select v.id, count(*) as seen from visits v
    join observations o on o.tenant_id = v.tenant_id and o.visit_id = v.id where v.finished_at is not null group by v.id`.execute(
    db,
  )
  const whole = new Set(rows.filter(({ seen }) => seen === criteriaEach).map(({ id }) => id))
  const lost = [...acknowledged].filter(id => !whole.has(id))
  const { rows: opened } = await sql<{ cases: number; failed: number }>`select (select count(*) from cases) as cases,
    (select count(*) from observations where grade = 'fails') as failed`.execute(db)
  printNotes(
    each,
    `${acknowledged.size.toLocaleString('en')} visits acknowledged, ${lost.length} of them lost; the server was killed (SIGKILL) while ${hands} phones delivered, started again, and the phones sent again what had no receipt.`,
    `${opened[0]?.failed.toLocaleString('en')} failed criteria, ${opened[0]?.cases.toLocaleString('en')} cases opened for them: one criterion in twenty fails, so a visit opens one case on average, within the same transaction.`,
    `${hands} connections, one request at a time each; server, database and load share this machine; the database is durable (fsync on).`,
    'Each visit is one transaction: session, rights, lot, standard and merge checked, observations, score, cases with numbers and deadlines, audit and receipt written.',
    'ODK Central’s figure is of XML forms kept whole on other hardware, without merge, score or cases: the same shape of work, not the same work.',
  )
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged visits are lost`)
}

/** The server dies in the middle of it; what had no receipt is sent again, as a phone does. */
const killedMidway = async (county: County, server: Server, phones: Phones): Promise<Server> => {
  let current = server
  let died = false
  const until = performance.now() + 5000
  const dying = sleep(1500).then(async () => {
    died = true
    await server.kill()
    current = await startServer(county.url)
  })
  const phone = async (): Promise<void> => {
    while (performance.now() < until || current === server) {
      const packed = phones.pack(1)
      while (!(await phones.send(current.url, packed).catch(error => (died ? false : Promise.reject(error)))))
        await sleep(50)
    }
  }
  await Promise.all([dying, ...Array.from({ length: hands }, phone)])
  return current
}

/** What the database takes at most when nothing is asked of it but to keep the rows. */
const rawLimit = async ({ db, url }: County, seconds: number): Promise<Load> => {
  const { rows } = await sql<{ point: string; unit: string; path: string; person: string }>`
    select p.id as point, p.unit_id as unit, p.unit_path::text as path, x.person_id as person
    from points p join round_pairs x on x.tenant_id = p.tenant_id and x.point_id = p.id limit 1000`.execute(db)
  const pool = openPool({ url, size: hands })
  let count = 0
  const raw = await load(hands, seconds, async () => {
    const place = rows[count++ % rows.length]
    const id = randomUUID()
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `insert into visits (tenant_id, id, point_id, version_id, person_id, unit_id, unit_path, started_at, received_at)
          values ($1, $2, $3, $4, $5, $6, $7, now(), now())`,
        [tenantId, id, place?.point, versionId, place?.person, place?.unit, place?.path],
      )
      await client.query(
        `insert into observations (tenant_id, visit_id, criterion_id, id, point_id, grade, seen_at, stamp)
          select $1, $2, c.id, gen_random_uuid(), $3, 'conforms', now(), '' from criteria c where c.version_id = $4`,
        [tenantId, id, place?.point, versionId],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  await pool.end()
  return raw
}
