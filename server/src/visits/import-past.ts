import { createHash } from 'node:crypto'
import { localDate } from '@luoshi/rules/local-time'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { Language } from '../http/language.ts'
import { addressOf } from '../imports/book.ts'
import { Problem } from '../problem.ts'
import { pastCellMessage } from './past-cell-words.ts'
import { type PastGround, pastGround } from './past-ground.ts'
import { pastLines } from './past-lines.ts'
import { type PastKey, pastSheet } from './past-sheet.ts'
import { pastOnRecord, writePastVisits } from './past-visits.ts'
import {
  codeIn,
  dateLines,
  type Met,
  type PastError,
  type PastLine,
  type Placed,
  placePast,
  versionIdOf,
} from './place-past.ts'

/** Lines that are looked up and written together. */
const BATCH = 2000
/** More errors than that are counted and not told. */
const TOLD = 200

type Columns = Readonly<Partial<Record<PastKey, number>>>

type Walked = {
  readonly columns: Columns
  readonly counts: { readonly visits: number; readonly added: number; readonly changed: number; readonly same: number }
  readonly wrong: number
  readonly errors: readonly PastError[]
  readonly lost: readonly string[]
  readonly digest: string
}

/** Says what a list of past observations would do. Nothing happens yet, and nothing of it is kept. */
export const previewPast = async (context: Context, file: File, language: Language) => {
  const { columns, counts, wrong, errors, lost, digest } = await walk(context, file, async () => {})
  const sheet = pastSheet.name
  return {
    ...{ ...counts, wrong: wrong + lost.length, digest },
    errors: [
      ...lost.map(column => ({
        ...{ sheet, cell: 'A1', value: '' },
        message: pastCellMessage({ code: 'column-missing', params: { column } }, language),
      })),
      ...errors.map(error => ({
        ...{ sheet, cell: addressOf((columns[error.key] ?? 0) + 1, error.row), value: error.value.slice(0, 200) },
        message: pastCellMessage(error, language),
      })),
    ],
  }
}

/**
 * Takes the list whole as it was previewed, or not at all. What was seen then tells how a point stood and counts in the shares of its
 * month; it opens no case, for what was wrong then may long be mended.
 */
export const applyPast = async (context: Context, file: File, digest: string) => {
  const note = `以往记录，由表格导入：${file.name.slice(0, 200)}`
  let isCounted = false
  const walked = await walk(context, file, async placed => {
    await write(context, placed, note)
    // What was written so far is in no statistics, and every reference to it would be looked up as in an empty table.
    if (!isCounted) await sql`select count_visits_anew()`.execute(context.db)
    isCounted = true
  })
  const wrong = walked.wrong + walked.lost.length
  if (wrong > 0) throw new Problem('import-has-errors', { count: wrong })
  if (walked.digest !== digest) throw new Problem('import-gone')
  const { visits, added, changed } = walked.counts
  await record(context, 'visit.import', { kind: 'visit', id: null, name: file.name }, { visits, added, changed })
  return { visits, added, changed }
}

/** Goes through the list once, a batch at a time, so that its length costs time and not memory. */
const walk = async (context: Context, file: File, take: (placed: Read) => Promise<void>): Promise<Walked> => {
  const ground = await pastGround(context)
  const today = localDate(context.clock.now())
  const met: Met = { said: new Set(), criteria: new Map() }
  const visits = new Set<number>()
  const counts = { added: 0, changed: 0, same: 0 }
  const digest = createHash('sha256')
  const errors: PastError[] = []
  let wrong = 0
  let columns: Columns | null = null
  let waiting: PastLine[] = []
  const flush = async (): Promise<void> => {
    const read = await readBatch(context, ground, waiting, today, met)
    waiting = []
    for (const step of read.steps) {
      counts[step.what] += 1
      visits.add(step.visitKey)
      digest.update(`${step.id} ${step.what} ${step.grade} ${step.version.id} ${JSON.stringify(step.note)}\n`)
    }
    wrong += read.errors.length
    errors.push(...read.errors.slice(0, TOLD - errors.length))
    if (read.steps.length > 0) await take(read)
  }
  for await (const { row, cells } of pastLines(file)) {
    if (columns === null) {
      columns = columnsIn(cells)
      if (lostIn(columns).length > 0) break
      continue
    }
    waiting.push({ row, texts: textsOf(cells, columns) })
    if (waiting.length === BATCH) await flush()
  }
  if (waiting.length > 0) await flush()
  return {
    ...{ columns: columns ?? {}, counts: { visits: visits.size, ...counts }, wrong, errors },
    ...{ lost: lostIn(columns ?? {}), digest: digest.digest('hex') },
  }
}

type Read = Placed & { readonly onRecord: Awaited<ReturnType<typeof pastOnRecord>> }

const readBatch = async (
  context: Context,
  ground: PastGround,
  lines: readonly PastLine[],
  today: string,
  met: Met,
): Promise<Read> => {
  await ground.readPoints(lines.map(codeIn))
  const { dated, errors } = dateLines(lines, ground, today)
  const onRecord = await pastOnRecord(context, [...new Set(dated.map(({ visitId }) => visitId))])
  await ground.readVersions(dated.flatMap(one => versionIdOf(one, ground, onRecord) ?? []))
  const placed = placePast(dated, ground, onRecord, met)
  return {
    steps: placed.steps,
    errors: [...errors, ...placed.errors].sort((one, other) => one.row - other.row),
    onRecord,
  }
}

const write = async (context: Context, { steps, onRecord }: Read, note: string): Promise<void> => {
  const telling = steps.filter(({ what }) => what !== 'same')
  if (telling.length === 0) return
  const visits = [...Map.groupBy(telling, ({ visitId }) => visitId).values()].flatMap(said => {
    const [first] = said
    if (first === undefined) return []
    const { visitId: id, point, version, day } = first
    return [{ id, point, version, day, onRecord: onRecord.get(id), said }]
  })
  await writePastVisits(context, visits, note)
}

const columnsIn = (cells: readonly string[]): Columns => {
  const words = cells.map(cell => cell.normalize('NFKC').replace(/[*\s]/g, ''))
  const found = pastSheet.headings.map(heading => [heading.key, words.indexOf(heading.words)] as const)
  return Object.fromEntries(found.filter(([, at]) => at >= 0))
}

const lostIn = (columns: Columns): readonly string[] =>
  pastSheet.headings.filter(({ key, needed }) => needed && columns[key] === undefined).map(({ words }) => words)

const textsOf = (cells: readonly string[], columns: Columns): PastLine['texts'] => {
  const text = (key: PastKey): string => cells[columns[key] ?? -1]?.trim() ?? ''
  return {
    code: text('code'),
    day: text('day'),
    criterion: text('criterion'),
    grade: text('grade'),
    note: text('note'),
  }
}
