import pg from 'pg'
import { Problem } from '../problem.ts'

/** What a constraint of the database says about a request; null where it speaks of a bug. */
export const problemOfDatabase = (error: unknown): Problem | null => {
  if (!(error instanceof pg.DatabaseError)) return null
  switch (error.code) {
    case '23505': // unique_violation
    case '23P01': // exclusion_violation
      return new Problem('already-exists')
    case '23503': // foreign_key_violation
      return (error.detail ?? '').includes('still referenced')
        ? new Problem('still-in-use')
        : new Problem('not-found', { noun: error.table ?? '' })
    case '23514': // check_violation
    case '22001': // string_data_right_truncation
    case '22003': // numeric_value_out_of_range
    case '22007': // invalid_datetime_format
    case '22008': // datetime_field_overflow
    case '22021': // character_not_in_repertoire (a NUL in a text)
      return new Problem('input-invalid')
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
      return new Problem('version-stale')
    default:
      return null
  }
}
