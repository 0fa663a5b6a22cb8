import { allow } from '../allow.ts'
import type { Signed } from '../context.ts'

/** Refuses evidence that is out of reach. Whoever filed it sees it, also once it belongs to the unit that it shows. */
export const allowSeeing = (
  actor: Signed,
  row: { readonly tenant_id: string; readonly unit_path: string; readonly added_by: string },
): void => {
  if (row.added_by === actor.personId && row.tenant_id === actor.tenantId) return
  allow(actor, 'evidence.read', { tenantId: row.tenant_id, unitPath: row.unit_path })
}
