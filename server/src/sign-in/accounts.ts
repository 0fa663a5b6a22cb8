import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/tables.ts'

type Doer = Kysely<Database>

/** An account is one name, however it is typed. */
export const accountOf = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** Gives a person the means to sign in. The account must be free in the whole house. */
export const makeSignIn = async (
  db: Doer,
  { userId, account, passwordHash, at }: { userId: string; account: string; passwordHash: string; at: Date },
): Promise<void> => {
  await sql`select make_sign_in(${userId}, ${accountOf(account)}, ${passwordHash}, ${at})`.execute(db)
}

/** Sets a password over whatever was there; everything signed in with the old one is signed out. */
export const replacePassword = async (db: Doer, userId: string, passwordHash: string, at: Date): Promise<void> => {
  await sql`select replace_password(${userId}, ${passwordHash}, ${at})`.execute(db)
}

export const endSessions = async (db: Doer, userId: string): Promise<void> => {
  await sql`select end_sessions(${userId})`.execute(db)
}

export const eraseSignIn = async (db: Doer, userId: string): Promise<void> => {
  await sql`select erase_sign_in(${userId})`.execute(db)
}
