import { sql } from 'kysely'

/** Row `v` of visits is finished, and something that counts was said of each criterion: only such tell how a point stands. */
export const isWhole = sql<boolean>`(v.finished_at is not null and v.lacking = 0)`
