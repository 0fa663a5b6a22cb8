import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { allowSomewhere } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Language } from '../http/language.ts'
import { sheetOf } from '../imports/book.ts'
import { existingUnits } from '../imports/existing-units.ts'
import { readBook } from '../imports/read-book.ts'
import { readSheet, type WrittenRow } from '../imports/read-sheet.ts'
import { Problem } from '../problem.ts'
import { type CellError, cellMessage } from './cell-words.ts'
import { type KnownPoint, type PlacedPoints, type PointStep, placePoints } from './place-points.ts'
import { newPointCode } from './point-code.ts'
import { pointSheet } from './point-sheet.ts'

/** Says what a spreadsheet of points would do. Nothing happens yet, and nothing of it is kept. */
export const previewPoints = async (context: Context, file: File, language: Language) => {
  const { rows, placed } = await placeFile(context, file)
  const { steps, errors } = placed
  const of = (what: PointStep['what']): number => steps.filter(step => step.what === what).length
  const whats = new Map(steps.map(({ row, what }) => [row, what]))
  return {
    ...{ added: of('added'), changed: of('changed'), same: of('same') },
    errors: errors.map(error => ({
      ...{ sheet: error.sheet, cell: error.cell, value: error.value },
      message: cellMessage(error, language),
    })),
    rows: rows.map(({ row, texts }) => ({
      row,
      what: whats.get(row) ?? ('wrong' as const),
      text: [texts.name, texts.pointType, texts.unit, texts.address].filter(text => text).join(' · '),
    })),
    digest: digestOf(placed),
  }
}

/** Takes the spreadsheet whole as it was previewed, or not at all. */
export const applyPoints = async (context: Context, file: File, digest: string) => {
  const { placed } = await placeFile(context, file)
  if (placed.errors.length > 0) throw new Problem('import-has-errors', { count: placed.errors.length })
  if (digestOf(placed) !== digest) throw new Problem('import-gone')
  const added = placed.steps.filter(({ what }) => what === 'added')
  const changed = placed.steps.filter(({ what }) => what === 'changed')
  await inChunks(added, chunk => insert(context, chunk))
  await inChunks(changed, chunk => update(context, chunk))
  const counts = { added: added.length, changed: changed.length }
  await record(context, 'point.manage', { kind: 'point', id: null, name: file.name }, { what: 'imported', ...counts })
  return counts
}

type FilePlaced = { readonly rows: readonly WrittenRow[]; readonly placed: PlacedPoints }

const placeFile = async (context: Context, file: File): Promise<FilePlaced> => {
  const scope = allowSomewhere(context.actor, 'point.manage')
  const book = await readBook(await file.arrayBuffer())
  const sheet = sheetOf(book, pointSheet.name) ?? book.sheets[0]
  if (sheet === undefined) throw new Problem('file-unreadable')
  const { rows, lost } = readSheet(sheet, pointSheet.headings)
  const missing = lost.map(
    ({ words }): CellError => ({
      ...{ sheet: sheet.name, cell: 'A1', value: '' },
      ...{ code: 'column-missing', params: { column: words } },
    }),
  )
  const placed = placePoints(rows, {
    scope,
    units: await existingUnits(context),
    known: await knownPoints(context, rows),
  })
  return { rows, placed: { steps: placed.steps, errors: [...missing, ...placed.errors] } }
}

/** The points that the rows may speak of, by code or by name. */
const knownPoints = async ({ db, actor }: Context, rows: readonly WrittenRow[]): Promise<readonly KnownPoint[]> => {
  const codes = rows.map(({ texts }) => (texts.code ?? '').toUpperCase())
  const names = rows.map(({ texts }) => texts.name ?? '')
  const found = await db
    .selectFrom('points')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`(code = any(${codes}) or name = any(${names}))`)
    .selectAll()
    .execute()
  return found.map(row => ({
    ...{ id: row.id, code: row.code, version: row.version, archived: row.archived_at !== null },
    ...{ pointType: row.point_type, name: row.name, unitId: row.unit_id, unitPath: row.unit_path },
    ...{ address: row.address, contactName: row.contact_name, contactPhone: row.contact_phone },
    ...{ longitude: row.longitude, latitude: row.latitude, note: row.note },
  }))
}

const digestOf = ({ steps }: PlacedPoints): string => createHash('sha256').update(JSON.stringify(steps)).digest('hex')

const insert = ({ db, actor, ids, clock, random }: Context, steps: readonly PointStep[]): Promise<unknown> =>
  db
    .insertInto('points')
    .values(
      steps.map(({ point }) => ({
        ...{ tenant_id: actor.tenantId, id: ids.next(), created_at: clock.now() },
        ...{ unit_id: point.unitId, unit_path: point.unitPath, code: point.code ?? newPointCode(random) },
        ...{ point_type: point.pointType, name: point.name, address: point.address, note: point.note },
        ...{ contact_name: point.contactName, contact_phone: point.contactPhone },
        ...{ longitude: point.longitude, latitude: point.latitude },
      })),
    )
    .execute()

/** All of them in one statement; who changed a row meanwhile is not overwritten. */
const update = async ({ db, actor }: Context, steps: readonly PointStep[]): Promise<void> => {
  const { rows } = await sql`
    update points p set version = p.version + 1, unit_id = w.unit_id, unit_path = w.unit_path, point_type = w.point_type,
      name = w.name, address = w.address, contact_name = w.contact_name, contact_phone = w.contact_phone,
      longitude = w.longitude, latitude = w.latitude, note = w.note
    from jsonb_to_recordset(${JSON.stringify(steps.map(rowOf))}::jsonb) as w (id uuid, version int, unit_id uuid, unit_path ltree,
      point_type text, name text, address text, contact_name text, contact_phone text, longitude float8, latitude float8, note text)
    where p.tenant_id = ${actor.tenantId} and p.id = w.id and p.version = w.version returning p.id`.execute(db)
  if (rows.length < steps.length) throw new Problem('import-gone')
}

const rowOf = ({ id, version, point }: PointStep) => ({
  ...{ id, version, unit_id: point.unitId, unit_path: point.unitPath, point_type: point.pointType, name: point.name },
  ...{ address: point.address, contact_name: point.contactName, contact_phone: point.contactPhone },
  ...{ longitude: point.longitude, latitude: point.latitude, note: point.note },
})
