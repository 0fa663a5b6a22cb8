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
  readonly memberships: readonly { unitId: string; unitPath: string; unitKind: string; role: string }[]
}

const memberships = sql`coalesce((
  select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitPath', u.path::text, 'unitKind', u.kind, 'role', m.role))
  from memberships m join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
  where m.tenant_id = p.tenant_id and m.person_id = p.id and u.archived_at is null), '[]')`

// Sessions are better-auth's, which goes by the machine's clock; so does their end.
const bySession = async ({ db }: House, token: string): Promise<Signed | null> => {
  const { rows } = await sql<Row>`
    select p.tenant_id, p.id as person_id, p.name, s.id as session_id, null as scopes, ${memberships} as memberships
    from auth.session s join people p on p.user_id = s."userId" and p.status = 'active'
    where s.token = ${token} and s."expiresAt" > now()`.execute(db)
  return rows[0] === undefined ? null : signed(rows[0])
}

const byKey = async ({ db, clock }: House, secret: string): Promise<Signed | null> => {
  const { rows } = await sql<Row>`
    select p.tenant_id, p.id as person_id, p.name, null as session_id, k.scopes, ${memberships} as memberships
    from person_of_key(${keyHash(secret)}, ${clock.now()}) k
    join people p on p.tenant_id = k.tenant_id and p.id = k.person_id`.execute(db)
  return rows[0] === undefined ? null : signed(rows[0])
}

const signed = (row: Row): Signed => ({
  tenantId: row.tenant_id,
  personId: row.person_id,
  name: row.name,
  via: row.scopes === null ? 'desk' : 'key',
  sessionId: row.session_id,
  apiScopes: row.scopes === null ? null : ruleScopes(row.scopes),
  memberships: row.memberships.flatMap(membershipOf),
})

const membershipOf = ({ role, unitKind, ...unit }: Row['memberships'][number]): readonly Membership[] =>
  isRole(role) && isUnitKind(unitKind) ? [{ ...unit, role, unitKind }] : []
