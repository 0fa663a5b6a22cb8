import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { readCursor, writeCursor } from '../db/cursor.ts'
import { PAGE, type Page } from '../exports/pages.ts'
import type { Column } from '../exports/table.ts'
import { pointSheet } from './point-sheet.ts'
import { knownTo } from './point-status.ts'
import { type PointFilter, pointsMatching } from './queries.ts'

export const pointColumns: readonly Column[] = pointSheet.headings.map(({ words, width }) => ({ words, width }))

/** Points as they can be changed and read back: for who keeps them, with the contacts whole. */
export const pointPage = async (context: Context, filter: PointFilter, after: string | null): Promise<Page<string>> => {
  const { where } = await pointsMatching(context, await knownTo(context), filter, 'point.manage')
  const from = readCursor(after ?? undefined, 3)
  const beyond =
    from === null ? sql`true` : sql`(p.point_type, p.name, p.id) > (${from[0]}, ${from[1]}, ${from[2]}::uuid)`
  const { rows } = await sql<{ id: string; point_type: string; name: string; cells: (string | number | null)[] }>`
    select p.id, p.point_type, p.name, jsonb_build_array(p.code, p.name, p.point_type,
      case when exists (select from units n where n.tenant_id = p.tenant_id and n.name = u.name and n.id <> u.id and n.archived_at is null)
        then (select a.name || '/' from units a where a.tenant_id = u.tenant_id and a.id = u.parent_id) else '' end || u.name,
      p.address, p.contact_name, p.contact_phone, p.longitude, p.latitude, p.note) as cells
    from points p join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    where ${where} and ${beyond} order by p.point_type, p.name, p.id limit ${PAGE}`.execute(context.db)
  const last = rows.length === PAGE ? rows.at(-1) : undefined
  return {
    rows: rows.map(({ cells }) => cells),
    next: last === undefined ? null : writeCursor([last.point_type, last.name, last.id]),
  }
}
