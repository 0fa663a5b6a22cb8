import { type RawBuilder, sql } from 'kysely'
import { openStates } from '../assignments/assignment-rows.ts'

/** The stretches of time that Today is made of. */
export type Stretches = { readonly now: Date; readonly tonight: string; readonly soon: string }

/** Row `a` of assignments still wants something of its unit. */
export const openWork = sql`a.state in (${sql.join(openStates.map(state => sql.lit(state)))})`

/** Row `a` of occurrences can be recorded and has not been. */
export const openDuty = (now: Date): RawBuilder<unknown> => sql`a.state in ('due', 'returned') and a.opens_at <= ${now}`
