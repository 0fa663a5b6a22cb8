import { Problem } from '../problem.ts'

/** What the last row of a page sorted by, as an opaque word that comes back with the next request. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor, or null where none was given. One that we did not write is refused. */
export const readCursor = (cursor: string | undefined, length: number): readonly (string | number)[] | null => {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem('input-invalid', {}, [{ field: 'cursor', message: 'unknown' }])
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** Cuts the row that was read beyond the page and says where to read on. */
export const pageFrom = <Row>(
  rows: readonly Row[],
  limit: number,
  sortedBy: (row: Row) => readonly (string | number)[],
): { readonly rows: readonly Row[]; readonly next: string | null } => {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept, next: rows.length > limit && last !== undefined ? writeCursor(sortedBy(last)) : null }
}
