import type { CaseState, CaseWay } from '@luoshi/rules/case-machine'
import type { Selectable } from 'kysely'
import type { CasesTable } from '../db/tables.ts'

export type CaseTableRow = Selectable<CasesTable>

/** A row as the machine knows it. */
export const wayOf = (row: CaseTableRow): CaseWay => ({
  state: row.state as CaseState, // checked by the table
  unitPath: row.unit_path,
  rectifiedBy: row.rectified_by,
  returned: row.returned,
  listed: row.listed_at !== null,
  mergedInto: row.merged_into,
  relapses: row.relapses,
})
