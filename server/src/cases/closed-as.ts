import type { CaseWay } from '@luoshi/rules/case-machine'
import { type RawBuilder, sql } from 'kysely'
import { type CaseTableRow, wayOf } from './way-of.ts'

/** What a relapse changes of a case, and taking the relapse back restores. */
const columns = [
  ...['unit_id', 'unit_path', 'office_id', 'office_path', 'visit_id', 'rectified_by'],
  ...[
    'assigned_at',
    'due_at',
    'level',
    'level_since',
    'escalated_at',
    'listed_at',
    'listed_by',
    'returned',
    'returned_at',
  ],
  ...['submitted_at', 'submitted_by', 'rechecked_at', 'rechecked_by', 'closed_at', 'closed_by'],
] as const

/** The columns of a closed case as it comes back, to be kept in the same statement. */
export const asClosed: RawBuilder<unknown> = sql`(select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(cases))
  where key = any(${[...columns]}::text[]))`

const names = sql.join(columns.map(column => sql.ref(column)))

/** Assigns what was kept; to be said in an update of `cases`. */
export const closedAgain: RawBuilder<unknown> = sql`(${names}) =
  (select ${names} from jsonb_populate_record(null::cases, cases.closed_as))`

type Kept = Pick<CaseTableRow, 'unit_path' | 'rectified_by' | 'listed_at'>

/** The case as it was when it was closed last, as the machine knows it; null where it never was. */
export const wayBefore = (row: CaseTableRow): CaseWay | null => {
  if (row.relapses === 0 || row.closed_as === null) return null
  return { ...wayOf({ ...row, ...(row.closed_as as Kept) }), state: 'closed', relapses: row.relapses - 1 } // written above alone
}
