import type { contract } from '@luoshi/contract/contract'
import type { InferContractRouterInputs } from '@orpc/contract'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import { furnishCategories } from '../cases/furnish-categories.ts'
import type { House, Signed } from '../context.ts'
import type { Scoped } from '../db/in-tenant.ts'
import type { RequestContext } from '../http/operations.ts'
import { Problem } from '../problem.ts'
import { accountOf, makeSignIn } from '../sign-in/accounts.ts'
import { refuseWeakPassword } from '../sign-in/refuse-weak-password.ts'
import { pathLabel } from '../units/path-label.ts'

type Wanted = InferContractRouterInputs<typeof contract>['setup']['run']

/** A county, its office and its first administrator, who also keeps the office until others are there. Once, for good. */
export const setUp = async ({ house, requestId }: RequestContext, wanted: Wanted): Promise<void> => {
  refuseWeakPassword(wanted.password, wanted.account, 'password')
  const passwordHash = await hashPassword(wanted.password)
  const tenantId = house.ids.next()
  await house.db.transaction().execute(async db => {
    await sql`lock table tenants in exclusive mode`.execute(db)
    const there = await db.selectFrom('tenants').select('tenant_id').limit(1).executeTakeFirst()
    if (there !== undefined) throw new Problem('already-set-up')
    await db
      .insertInto('tenants')
      .values({ tenant_id: tenantId, name: wanted.tenant, created_at: house.clock.now() })
      .execute()
    await furnish({ ...house, db, requestId }, tenantId, wanted, passwordHash)
  })
}

const furnish = async (
  { db, ids, clock, requestId }: Omit<House, 'db'> & { db: Scoped; requestId: string },
  tenantId: string,
  { tenant, rootKind = 'county', office, name, account }: Wanted,
  passwordHash: string,
): Promise<void> => {
  const [root, bureau, personId] = [ids.next(), ids.next(), ids.next()]
  const rootPath = pathLabel(root)
  const bureauPath = `${rootPath}.${pathLabel(bureau)}`
  const common = { tenant_id: tenantId }
  await db
    .insertInto('units')
    .values([
      { ...common, id: root, parent_id: null, path: rootPath, kind: rootKind, name: tenant },
      { ...common, id: bureau, parent_id: root, path: bureauPath, kind: 'department', name: office },
    ])
    .execute()
  await furnishCategories({ db, ids }, tenantId)
  const at = clock.now()
  await db
    .insertInto('people')
    .values({ ...common, id: personId, user_id: personId, name, account: accountOf(account), created_at: at })
    .execute()
  await db
    .insertInto('memberships')
    .values([
      { ...common, id: ids.next(), person_id: personId, unit_id: root, role: 'administrator' },
      { ...common, id: ids.next(), person_id: personId, unit_id: root, role: 'office', title: office },
    ])
    .execute()
  await makeSignIn(db, { userId: personId, account, passwordHash, at })
  const actor: Signed = { tenantId, personId, memberships: [], name, via: 'desk', sessionId: null }
  await record({ db, actor, ids, clock, requestId }, 'setup.run', { kind: 'tenant', id: tenantId, name: tenant })
}
