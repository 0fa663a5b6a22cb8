import { sql } from 'kysely'
import type { House } from '../context.ts'

export type KnownAccount = {
  readonly tenantId: string
  readonly personId: string
  readonly userId: string
  readonly account: string
  readonly active: boolean
}

const columns = sql`p.tenant_id as "tenantId", p.id as "personId", u.id as "userId", u.username as account, p.status = 'active' as active`

/** Whose account it is; before anybody is signed in, so across tenants. */
export const knownAccount = async ({ db }: Pick<House, 'db'>, account: string): Promise<KnownAccount | null> => {
  const { rows } = await sql<KnownAccount>`
    select ${columns} from auth."user" u join people p on p.user_id = u.id where u.username = ${account}`.execute(db)
  return rows[0] ?? null
}

export const knownPerson = async (
  { db }: Pick<House, 'db'>,
  tenantId: string,
  personId: string,
): Promise<KnownAccount | null> => {
  const { rows } = await sql<KnownAccount>`
    select ${columns} from auth."user" u join people p on p.user_id = u.id
    where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(db)
  return rows[0] ?? null
}
