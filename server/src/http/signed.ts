import { createHash } from 'node:crypto'
import type { Membership } from '@luoshi/rules/actor'
import { isRole } from '@luoshi/rules/role'
import { isUnitKind } from '@luoshi/rules/unit-kind'
import { sql } from 'kysely'
import type { House, Signed } from '../context.ts'
import { ruleScopes } from '../keys/rule-scopes.ts'
import { sessionTokenOf } from '../sign-in/session-cookie.ts'

/** Who asks, read anew in one query for each request: what was taken away a moment ago is gone. Null where nobody is signed in. */
export const signedOf = async (house: House, headers: Headers): Promise<Signed | null> => {
  const key = keyOf(headers.get('authorization'))
  if (key !== null) return byKey(house, key)
  const token = sessionTokenOf(headers.get('cookie'), house.secret)
  return token === null ? null : bySession(house, token)
}

export const keyHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const keyOf = (authorization: string | null): string | null =>
  /^Bearer (lk_\S+)$/.exec(authorization ?? '')?.[1] ?? null

type Row = {
  readonly tenant_id: string
  readonly person_id: string
  readonly name: string
  readonly session_id: string | null
  readonly scopes: readonly string[] | null
  readonly password_due: boolean
  /** Whether it is time to note that it was used. */
  readonly stale: boolean
  readonly memberships: readonly { unitId: string; unitPath: string; unitKind: string; role: string }[]
}

const memberships = sql`coalesce((
  select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitPath', u.path::text, 'unitKind', u.kind, 'role', m.role))
  from memberships m join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
  where m.tenant_id = p.tenant_id and m.person_id = p.id and u.archived_at is null), '[]')`

// Sessions are better-auth's, which goes by the machine's clock; so does their end.
const bySession = async ({ db }: House, token: string): Promise<Signed | null> => {
  const { rows } = await sql<Row>`
    select p.tenant_id, p.id as person_id, p.name, s.id as session_id, null as scopes, p.password_due and s."signedInBy" = 'password' as password_due,
      s."updatedAt" < now() - interval '5 minutes' as stale, ${memberships} as memberships
    from auth.session s join people p on p.user_id = s."userId" and p.status = 'active'
    where s.token = ${token} and s."expiresAt" > now()`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  if (row.stale) await touchSession(db, token)
  return signed(row)
}

/** A session that is used lives on; when it was last seen is kept to the minute, not to the second. */
const touchSession = async (db: House['db'], token: string): Promise<void> => {
  await sql`update auth.session set "updatedAt" = now(), "expiresAt" = greatest("expiresAt", now() + ("expiresAt" - "updatedAt"))
    where token = ${token}`.execute(db)
}

const byKey = async ({ db, clock }: House, secret: string): Promise<Signed | null> => {
  const now = clock.now()
  const minuteAgo = new Date(now.getTime() - 60_000)
  const { rows } = await sql<Row>`
    select p.tenant_id, p.id as person_id, p.name, null as session_id, k.scopes, false as password_due,
      coalesce(k.last_used_at < ${minuteAgo}, true) as stale, ${memberships} as memberships
    from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id and p.status = 'active'
    where k.secret_hash = ${keyHash(secret)} and k.revoked_at is null and coalesce(k.expires_at > ${now}, true)`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) return null
  if (row.stale) await sql`update api_keys set last_used_at = ${now} where secret_hash = ${keyHash(secret)}`.execute(db)
  return signed(row)
}

const signed = (row: Row): Signed => ({
  tenantId: row.tenant_id,
  personId: row.person_id,
  name: row.name,
  via: row.scopes === null ? 'desk' : 'key',
  sessionId: row.session_id,
  passwordDue: row.password_due,
  apiScopes: row.scopes === null ? null : ruleScopes(row.scopes),
  memberships: row.memberships.flatMap(membershipOf),
})

const membershipOf = ({ role, unitKind, ...unit }: Row['memberships'][number]): readonly Membership[] =>
  isRole(role) && isUnitKind(unitKind) ? [{ ...unit, role, unitKind }] : []
