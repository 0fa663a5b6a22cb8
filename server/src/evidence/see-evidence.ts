import { scopeOf } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context, Signed } from '../context.ts'
import { pathArray } from '../db/ltree.ts'

/** Refuses evidence that is out of reach. Whoever filed it sees it, also once it belongs to the unit that it shows. */
export const allowSeeing = (
  actor: Signed,
  row: { readonly tenant_id: string; readonly unit_path: string; readonly added_by: string },
): void => {
  if (row.added_by === actor.personId && row.tenant_id === actor.tenantId) return
  allow(actor, 'evidence.read', { tenantId: row.tenant_id, unitPath: row.unit_path })
}

/** Whether it shows a case that the actor may read: who is to mend it sees how it was found, whoever filed the picture. */
export const seesThroughCase = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string): Promise<boolean> => {
  const scope = pathArray(scopeOf(actor, 'case.read'))
  const { rows } = await sql<{ sees: boolean }>`select exists (
    select from evidence_serves s join cases c on c.tenant_id = s.tenant_id and c.id = s.subject_id
    where s.tenant_id = ${actor.tenantId} and s.evidence_id = ${id} and s.subject_kind in ('case', 'observation')
      and (c.unit_path <@ any(${scope}) or c.office_path <@ any(${scope}))) as sees`.execute(db)
  return rows[0]?.sees ?? false
}
