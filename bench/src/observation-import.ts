import { sql } from 'kysely'
import { tenantId } from './county/fill-county.ts'
import { criteriaEach, fillVisits, versionId } from './county/fill-visits.ts'
import { megabytes, memoryOf, watchMemory } from './county/memory-of.ts'
import { type County, openCounty, signedInAs } from './county/open-county.ts'
import { type Server, startServer } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'

const LIMIT = 4000
const size = { streets: 10, communitiesEach: 10, estatesEach: 9, tasks: 1 }
const pointsEach = 32
/** What goes well into the 30 MB that a list may have. */
const MOST_A_LIST = 250_000

/** Past observations from CSV over HTTP: looked at, then taken, each list in one transaction. With `--million` a million of them. */
export const observationImport = async (args: readonly string[]): Promise<void> => {
  const all = args.includes('--million') ? 1_000_000 : 100_000
  console.log('Filling a county…')
  const county = await openCounty(size)
  try {
    const points = await fillVisits(county.db, 1, pointsEach)
    await sql`update standards set current_version_id = id`.execute(county.db)
    await sql`update points set code = upper(code)`.execute(county.db)
    const server = await startServer(county.url)
    try {
      await measure(county, server, listsOf(all, points))
    } finally {
      await server.stop()
    }
  } finally {
    await county.close()
  }
}

const measure = async (county: County, server: Server, lists: readonly List[]): Promise<void> => {
  await take(server, { rows: 1, file: fileOf(0, 1, 1) })
  const before = await memoryOf(server.pid)
  const { seen, stop } = watchMemory(server.pid)
  const taken: Taken[] = []
  for (const list of lists) taken.push(await take(server, list))
  stop()
  const rows = sum(taken, 'rows')
  const raw = await rawLimit(county, rows)
  const line = (name: string, seconds: number): readonly string[] => {
    const each = rows / seconds
    return [name, seconds.toFixed(1), each.toFixed(0), each >= LIMIT ? 'yes' : 'NO']
  }
  printTable(
    [
      `${rows.toLocaleString('en')} observations in ${lists.length === 1 ? 'one list' : `${lists.length} lists`}`,
      'seconds',
      'rows/s',
      'held',
    ],
    [
      line('looked at (errors by cell, what would be added)', sum(taken, 'looked')),
      line('taken, durable', sum(taken, 'took')),
      line('both together', sum(taken, 'looked') + sum(taken, 'took')),
      line('limit: the same rows written from within the database', raw),
    ],
  )
  await refuseLoss(county, rows + 1)
  printNotes(
    `Figure to hold: ${LIMIT.toLocaleString('en')} observations a second. DHIS2 2.43 publishes some 3,200 entities a second.`,
    `The server took ${megabytes(before)} before and ${megabytes(Math.max(...seen))} at most; every row that was acknowledged was counted in the database.`,
    'Each row: point by code and reach, criterion by its words, grade, day; what is on record of the visit read, scores counted anew, ids derived; one audit row a list.',
  )
}

type List = { readonly rows: number; readonly file: File }
type Taken = { readonly rows: number; readonly looked: number; readonly took: number }

const sum = (taken: readonly Taken[], of: keyof Taken): number => taken.reduce((total, one) => total + one[of], 0)

const listsOf = (all: number, points: number): readonly List[] =>
  Array.from({ length: Math.ceil(all / MOST_A_LIST) }, (_, at) => {
    const rows = Math.min(MOST_A_LIST, all - at * MOST_A_LIST)
    return { rows, file: fileOf(1 + at * MOST_A_LIST, rows, points) }
  })

const grades = ['符合', '符合', '符合', '符合', '基本符合', '不符合', '不涉及']

/** Visits of twenty criteria each, day after day around all the points; a note on every tenth. */
const fileOf = (from: number, count: number, points: number): File => {
  const lines = Array.from({ length: count }, (_, n) => {
    const visit = Math.floor((from + n) / criteriaEach)
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(visit / points))).toISOString().slice(0, 10)
    const criterion = 1 + ((from + n) % criteriaEach)
    const note = n % 10 === 0 ? '二楼拐角堆放纸箱' : ''
    return `C${1 + (visit % points)},${day},第${criterion}项：楼道整洁，无乱堆乱放,${grades[(visit + criterion) % grades.length]},${note}`
  })
  return new File([['点位编号,日期,检查项,结果,说明', ...lines, ''].join('\n')], 'past.csv')
}

const take = async ({ url }: Server, { rows, file }: List): Promise<Taken> => {
  const start = performance.now()
  const looked = await send(`${url}/api/v1/visits/import`, { file })
  const between = performance.now()
  if (looked.added !== rows)
    throw new Error(`Of ${rows} rows ${looked.added} would be added: ${JSON.stringify(looked).slice(0, 500)}`)
  const took = await send(`${url}/api/v1/visits/import/apply`, { file, digest: looked.digest ?? '' })
  if (took.added !== rows) throw new Error(`Of ${rows} rows ${took.added} were added`)
  return { rows, looked: (between - start) / 1000, took: (performance.now() - between) / 1000 }
}

type Answer = { readonly added: number; readonly digest?: string } // the contract's, as far as it is used

const send = async (url: string, parts: Readonly<Record<string, File | string>>): Promise<Answer> => {
  const body = new FormData()
  for (const [name, part] of Object.entries(parts)) body.append(name, part)
  const reply = await fetch(url, { method: 'POST', body, headers: signedInAs('county') })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${(await reply.text()).slice(0, 300)}`)
  return (await reply.json()) as Answer
}

const refuseLoss = async ({ db }: County, rows: number): Promise<void> => {
  const { rows: counted } = await sql<{ there: number }>`select count(*) as there from observations o
    join visits v on v.tenant_id = o.tenant_id and v.id = o.visit_id where o.stamp not like 'raw%'`.execute(db)
  if (counted[0]?.there !== rows)
    throw new Error(`${rows} observations were acknowledged, ${counted[0]?.there} are there`)
}

/** Seconds that the rows alone take, keys and references checked, when nobody asks what they say. */
const rawLimit = async ({ db }: County, rows: number): Promise<number> => {
  const start = performance.now()
  await db.transaction().execute(async one => {
    await sql`insert into visits (tenant_id, id, point_id, version_id, person_id, unit_id, unit_path, started_at, finished_at, received_at)
      select p.tenant_id, gen_random_uuid(), p.id, ${versionId}, (select id from people limit 1), p.unit_id, p.unit_path, now(), now(), now()
      from points p cross join generate_series(1, ${Math.ceil(rows / criteriaEach / 1000)}::int) n
      order by p.id limit ${Math.ceil(rows / criteriaEach)}`.execute(one)
    await sql`insert into observations (tenant_id, visit_id, criterion_id, id, point_id, grade, note, seen_at, stamp)
      select v.tenant_id, v.id, c.id, gen_random_uuid(), v.point_id, 'conforms', '', now(), 'raw'
      from visits v join criteria c on c.tenant_id = v.tenant_id and c.version_id = v.version_id
      where v.tenant_id = ${tenantId} and v.note = '' `.execute(one)
  })
  return (performance.now() - start) / 1000
}
