import type { Action } from '@luoshi/rules/action'
import { can, type Subject } from '@luoshi/rules/permissions'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import type { CaseTableRow } from './way-of.ts'

/** What an office does to the cases it runs; everything else is asked of whoever reaches the unit that has it. */
const ofOffice: ReadonlySet<Action> = new Set<Action>(['case.assign', 'case.close', 'case.merge', 'case.extend-decide'])

export const isOfOffice = (action: Action): boolean => ofOffice.has(action)

type Owned = Pick<CaseTableRow, 'tenant_id' | 'unit_path' | 'office_path'>

/** A case as the right to an action depends on it. */
export const caseSubject = (row: Owned, action: Action): Subject =>
  isOfOffice(action)
    ? { tenantId: row.tenant_id, unitPath: row.office_path, involvedPaths: [row.unit_path] }
    : { tenantId: row.tenant_id, unitPath: row.unit_path, involvedPaths: [row.office_path] }

const notByRectifiers: ReadonlySet<Action> = new Set<Action>(['case.recheck', 'case.close', 'case.merge'])

/** Who mended it neither looks again nor ends it. */
export const rectifiersFor = (row: Pick<CaseTableRow, 'rectified_by'>, action: Action): readonly string[] | null =>
  notByRectifiers.has(action) ? row.rectified_by : null

/** Holds a case the actor may do this to, if it still is as the actor saw it. */
export const lockCase = async (
  { db, actor }: Context,
  id: string,
  action: Action,
  version: number | null,
): Promise<CaseTableRow> => {
  const row = await db
    .selectFrom('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'case' })
  if (actor.via !== 'system') allowOnCase(actor, row, action)
  if (version !== null && row.version !== version) throw new Problem('version-stale', { current: row.version })
  return row
}

const allowOnCase = (actor: Context['actor'], row: CaseTableRow, action: Action): void => {
  const subject = caseSubject(row, action)
  // Only what lies with a unit of the actor's may be read by who has a right over its office alone.
  allow(actor, 'case.read', caseSubject(row, 'case.read'))
  const doneBy = rectifiersFor(row, action)
  if (doneBy?.includes(actor.personId) && can(actor, action, subject)) throw new Problem('own-rectification')
  allow(actor, action, { ...subject, doneBy })
}
