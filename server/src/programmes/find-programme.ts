import type { Action } from '@luoshi/rules/action'
import type { Subject } from '@luoshi/rules/permissions'
import type { Selectable } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { pathsOf } from '../db/ltree.ts'
import type { ProgrammesTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'

export type ProgrammeRow = Selectable<ProgrammesTable>

/** Finds a programme the actor may do this to; units it binds may read it. */
export const findProgramme = async ({ db, actor }: Context, id: string, action: Action): Promise<ProgrammeRow> => {
  const row = await db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'programme' })
  allow(actor, action, programmeSubject(row))
  return row
}

export const programmeSubject = (row: Pick<ProgrammeRow, 'tenant_id' | 'unit_path' | 'involved_paths'>): Subject => ({
  tenantId: row.tenant_id,
  unitPath: row.unit_path,
  involvedPaths: pathsOf(row.involved_paths),
})
