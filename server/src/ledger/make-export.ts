import { PassThrough, Readable } from 'node:stream'
import { localTime } from '@luoshi/rules/local-time'
import { ZipFile } from 'yazl'
import type { Context, House } from '../context.ts'
import { withoutTraces } from '../evidence/without-traces.ts'
import { spreadsheet } from '../exports/spreadsheet.ts'
import type { Cell } from '../exports/table.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Paper } from './papers.ts'
import { readLedger, validUntil } from './read-ledger.ts'
import { type SetEntry, setEntries } from './set-paths.ts'

/**
 * Makes the archive of a set: an index sheet, then every paper at its place, one after another. No file is held whole but a
 * picture while its traces are taken off. A job that broke off begins again; what was half made is not there.
 */
export const makeExport = async (house: House, { tenantId, subjectId }: Job): Promise<void> => {
  if (subjectId === undefined) return
  const entries = await begin(house, tenantId, subjectId)
  if (entries === null) return
  const zip = new ZipFile()
  zip.addReadStream(index(entries), '目录.xlsx', { compress: false })
  const papers = entries.flatMap(({ paper, path }) => (paper === null || path === null ? [] : [{ paper, path }]))
  const progress = progressOf(house, tenantId, subjectId)
  for (const { paper, path } of papers)
    zip.addReadStreamLazy(path, { compress: false, mtime: paper.addedAt }, give => {
      bytesOf(house, tenantId, paper).then(
        stream => {
          progress()
          give(null, stream)
        },
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  zip.end()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  const bytes = await house.files.archives.write(tenantId, subjectId, out)
  await asSystem(house, tenantId, ({ db, clock }) =>
    db
      .updateTable('ledger_exports')
      .set({ state: 'ready', done: papers.length, bytes, finished_at: clock.now() })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', subjectId)
      .execute(),
  )
}

/** What belongs to the set as the record stands now; null where it is made already or nobody wants it any more. */
const begin = (house: House, tenantId: string, id: string): Promise<readonly SetEntry[] | null> =>
  asSystem(house, tenantId, async context => {
    const { db } = context
    const row = await db
      .selectFrom('ledger_exports')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'making'])
      .selectAll()
      .executeTakeFirst()
    if (!row) return null
    const ids = await unitsBelow(context, row.unit_id)
    const entries = setEntries(await readLedger(context, row.programme_id, { kind: 'units', ids }))
    await db
      .updateTable('ledger_exports')
      .set({ state: 'making', files: entries.filter(({ paper }) => paper !== null).length, done: 0 })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute()
    return entries
  })

const unitsBelow = async ({ db, actor }: Context, unitId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('units as u')
    .innerJoin('units as top', join => join.onRef('top.tenant_id', '=', 'u.tenant_id'))
    .where('u.tenant_id', '=', actor.tenantId)
    .where('top.id', '=', unitId)
    .where(({ eb, ref }) => eb(ref('u.path'), '<@', ref('top.path')))
    .select('u.id')
    .execute()
  return rows.map(({ id }) => id)
}

const bytesOf = async ({ files }: House, tenantId: string, { sha256, text }: Paper): Promise<Readable> =>
  sha256 === null ? Readable.from([Buffer.from(text ?? '', 'utf8')]) : withoutTraces(files, tenantId, sha256)

const eachSoMany = 50

/** Says now and then how far it has come. */
const progressOf = (house: House, tenantId: string, id: string): (() => void) => {
  let done = 0
  return () => {
    done += 1
    if (done % eachSoMany !== 0) return
    const shown = done
    asSystem(house, tenantId, ({ db }) =>
      db
        .updateTable('ledger_exports')
        .set({ done: shown })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('state', '=', 'making')
        .execute(),
    ).catch((error: unknown) => house.log.warn({ error, export: id }, 'How far a set has come was not written'))
  }
}

const columns = [
  { words: '标准', width: 24 },
  { words: '分组', width: 16 },
  { words: '测评内容', width: 48 },
  { words: '要有', width: 20 },
  { words: '单位', width: 20 },
  { words: '状态', width: 8 },
  { words: '材料', width: 32 },
  { words: '归档日期', width: 12 },
  { words: '有效至', width: 12 },
  { words: '在档案中的位置', width: 64 },
  { words: 'SHA-256（归档时原件）', width: 68 },
]

const stateWords = { exists: '已有', missing: '缺', 'out-of-date': '过期' } as const

const index = (entries: readonly SetEntry[]): Readable =>
  spreadsheet({ name: '目录', columns, pages: pagesOf(entries.map(rowOf)) })

const rowOf = ({ line, unit, paper, path }: SetEntry): readonly Cell[] => [
  line.criterion.title,
  line.criterion.section,
  line.criterion.text,
  line.asked.name,
  unit.unit.name,
  stateWords[unit.state],
  paper?.name ?? null,
  paper === null ? null : localTime(paper.addedAt).date,
  paper === null ? null : validUntil(paper, line.asked),
  path,
  paper?.sha256 ?? null,
]

async function* pagesOf(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let from = 0; from < rows.length; from += 1000) yield rows.slice(from, from + 1000)
}
