import type { LedgerExport } from '@luoshi/contract/ledger'
import type { Context } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { reachOf } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'

/** A set is kept for so many days; then it is made anew from the record. */
export const keptDays = 7

export const exportRows = ({ db, actor }: Pick<Context, 'db' | 'actor'>) =>
  db
    .selectFrom('ledger_exports as x')
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'x.tenant_id').onRef('u.id', '=', 'x.unit_id'))
    .innerJoin('people as w', join => join.onRef('w.tenant_id', '=', 'x.tenant_id').onRef('w.id', '=', 'x.asked_by'))
    .where('x.tenant_id', '=', actor.tenantId)
    .selectAll('x')
    .select(['u.name as unit_name', 'u.kind as unit_kind', 'u.path as unit_path', 'w.name as person_name'])

export type ExportRow = Awaited<ReturnType<ReturnType<typeof exportRows>['execute']>>[number]

export const exportShown = (row: ExportRow): LedgerExport => ({
  id: row.id,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  state: row.state as LedgerExport['state'], // checked by the table
  files: row.files,
  done: row.done,
  bytes: row.bytes,
  askedBy: { id: row.asked_by, name: row.person_name },
  askedAt: row.asked_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  url: row.state === 'ready' ? `/api/v1/ledger-exports/${row.id}/file` : null,
})

type Page = { readonly id: string; readonly cursor?: string | undefined; readonly limit: number }

/** Sets made lately of units within reach, the newest first. */
export const listExports = async (context: Context, { id: programmeId, cursor, limit }: Page) => {
  await findProgramme(context, programmeId, 'ledger.read')
  const reach = await reachOf(context, 'ledger.export')
  const after = readCursor(cursor, 1)
  const own = exportRows(context)
    .where('x.programme_id', '=', programmeId)
    .where('x.state', '<>', 'gone')
    .$if(reach.kind === 'units', query =>
      query.where('x.unit_id', 'in', reach.kind === 'units' && reach.ids.length > 0 ? [...reach.ids] : [programmeId]),
    )
  const { total } = await own
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const read = await own
    .$if(after !== null, query => query.where('x.id', '<', String(after?.[0])))
    .orderBy('x.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = pageFrom(read, limit, ({ id }) => [id])
  return { items: rows.map(exportShown), next, total }
}
