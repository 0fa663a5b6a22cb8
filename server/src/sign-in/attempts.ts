import { sql } from 'kysely'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'

/** Wrong passwords in a row before an account rests, and for how long. Counted by account: a hundred people may share an address. */
export const lock = { failures: 5, minutes: 15 } as const

type Counter = Pick<House, 'db' | 'clock'>

/** Counts the attempt before its password is looked at, so that many at once get no further than one after another. */
export const beginAttempt = async ({ db, clock }: Counter, account: string): Promise<void> => {
  const now = clock.now()
  const { rows } = await sql<{ count: number; locked_until: Date | null }>`
    insert into auth.failures as f (account, count, last_at) values (${account}, 1, ${now})
    on conflict (account) do update set
      count = case
        when f.locked_until > ${now} then f.count
        when f.locked_until is not null or f.last_at < ${before(now)} then 1
        else f.count + 1 end,
      locked_until = case
        when f.locked_until > ${now} then f.locked_until
        when f.locked_until is not null or f.last_at < ${before(now)} then null
        when f.count >= ${lock.failures} then ${after(now)}::timestamptz end,
      last_at = ${now}
    returning count, locked_until`.execute(db)
  const until = rows[0]?.locked_until
  if (until && until > now) throw lockedUntil(until, now)
}

/** True where this failure was the last one allowed. */
export const attemptFailed = async ({ db, clock }: Counter, account: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update auth.failures set locked_until = ${after(clock.now())}
    where account = ${account} and count >= ${lock.failures}`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

export const attemptSucceeded = async ({ db }: Pick<House, 'db'>, account: string): Promise<void> => {
  await sql`delete from auth.failures where account = ${account}`.execute(db)
}

export const lockedUntil = (until: Date, now: Date): Problem =>
  new Problem('account-locked', { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) })

const span = lock.minutes * 60_000
const after = (now: Date): Date => new Date(now.getTime() + span)
const before = (now: Date): Date => new Date(now.getTime() - span)
