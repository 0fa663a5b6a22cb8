import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { earlierStretches } from '@luoshi/rules/share-status'
import { type RawBuilder, sql } from 'kysely'

/** Stretches of whole days, the newest first, the first ending with today. */
export type Stretches = { readonly today: PlainDate; readonly days: number; readonly from: PlainDate }

export const stretchesUntil = (now: Date, days: number): Stretches => {
  const today = localDate(now)
  return { today, days, from: addDays(today, 1 - days) }
}

/** As rows `stretch (back, since, until)`: after `since`, up to `until`. */
export const stretchRows = ({ today, days }: Stretches): RawBuilder<unknown> => {
  const backs = Array.from({ length: earlierStretches + 1 }, (_, back) => back)
  const end = (back: number): string => deadlineInstant(addDays(today, -back * days))
  return sql`unnest(${backs}::int[], ${backs.map(back => end(back + 1))}::timestamptz[], ${backs.map(end)}::timestamptz[])
    as stretch (back, since, until)`
}
