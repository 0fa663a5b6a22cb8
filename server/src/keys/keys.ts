import { actions } from '@luoshi/rules/action'
import { allowSomewhere } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { keyHash } from '../http/signed.ts'
import { Problem } from '../problem.ts'

export type Key = {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: string[]
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revoked: boolean
}

/** One's own keys, newest first. */
export const listKeys = async ({ db, actor }: Context): Promise<Key[]> => {
  const rows = await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', actor.personId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revoked: row.revoked_at !== null,
  }))
}

export type NewKey = {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresInDays: number | null
}

/** Only its hash is kept: the key itself is told once. */
export const createKey = async (context: Context, wanted: NewKey): Promise<{ key: Key; secret: string }> => {
  const { db, actor, ids, clock, random } = context
  allowSomewhere(actor, 'api-key.manage')
  refuseUnknownNouns(wanted.scopes)
  const secret = `lk_${Buffer.from(random(24)).toString('base64url')}`
  const id = ids.next()
  const now = clock.now()
  await db
    .insertInto('api_keys')
    .values({
      tenant_id: actor.tenantId,
      id,
      person_id: actor.personId,
      name: wanted.name,
      prefix: secret.slice(0, 8),
      secret_hash: keyHash(secret),
      scopes: [...wanted.scopes],
      created_at: now,
      expires_at: wanted.expiresInDays === null ? null : new Date(now.getTime() + wanted.expiresInDays * 86_400_000),
    })
    .execute()
  await record(
    context,
    'api-key.manage',
    { kind: 'api-key', id, name: wanted.name },
    { what: 'created', scopes: wanted.scopes },
  )
  const key = (await listKeys(context)).find(one => one.id === id)
  if (key === undefined) throw new Error('A key that was just made is not there')
  return { key, secret }
}

/** Revoking twice is the same as once. */
export const revokeKey = async (context: Context, id: string): Promise<void> => {
  const { db, actor, clock } = context
  const row = await db
    .selectFrom('api_keys')
    .select(['name', 'revoked_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', actor.personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'api-key' })
  allowSomewhere(actor, 'api-key.manage')
  if (row.revoked_at !== null) return
  await db
    .updateTable('api_keys')
    .set({ revoked_at: clock.now() })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await record(context, 'api-key.manage', { kind: 'api-key', id, name: row.name }, { what: 'revoked' })
}

const nouns: ReadonlySet<string> = new Set(actions.map(action => action.slice(0, action.indexOf('.'))))

const refuseUnknownNouns = (scopes: readonly string[]): void => {
  const unknown = scopes.filter(scope => !scope.startsWith('*') && !nouns.has(scope.split(':')[0] ?? ''))
  if (unknown.length > 0) throw new Problem('input-invalid', {}, [{ field: 'scopes', message: 'scope-unknown' }])
}
