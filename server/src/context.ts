import type { Actor } from '@luoshi/rules/actor'
import type { Scoped } from './db/in-tenant.ts'
import type { Db } from './db/pool.ts'
import type { Files } from './evidence/files.ts'
import type { Jobs } from './jobs/jobs.ts'

export type Clock = { readonly now: () => Date }

/** UUIDv7, so that keys sort by time. */
export type Ids = { readonly next: () => string }

/** Unguessable bytes. */
export type Random = (size: number) => Uint8Array

export type Log = {
  readonly info: (fields: object, sentence: string) => void
  readonly warn: (fields: object, sentence: string) => void
  readonly error: (fields: object, sentence: string) => void
}

export type Tiles = { readonly url: string; readonly attribution: string }

/** A county's own sign-in (统一身份认证), by OpenID Connect. */
export type SingleSignOn = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Which of its claims holds the account that a person has here. */
  readonly claim: string
  /** What people call it. */
  readonly name: string
}

/** What the house is made of; created once in `main.ts`, and by each test for itself. */
export type House = {
  readonly db: Db
  readonly databaseUrl: string
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly files: Files
  readonly jobs: Jobs
  readonly log: Log
  readonly publicUrl: string
  readonly secret: string
  readonly smtpUrl: string | null
  /** Pictures of the ground for maps, `{z}/{x}/{y}` in the address; maps do without where there are none. */
  readonly tiles?: Tiles | null
  /** The county's own sign-in beside accounts and passwords, where it has one. */
  readonly singleSignOn?: SingleSignOn | null
}

export type Signed = Actor & {
  readonly name: string
  readonly via: 'desk' | 'key' | 'system'
  readonly sessionId: string | null
  /** Signed in by a password that somebody else made: it is changed before anything else is done. */
  readonly passwordDue?: boolean
}

/** What a command works with: one transaction, one actor. */
export type Context = Omit<House, 'db'> & {
  readonly db: Scoped
  readonly actor: Signed
  readonly requestId: string
  /** Runs once the transaction is committed, and not at all when it is rolled back. */
  readonly afterwards: (run: () => Promise<void>) => void
}
