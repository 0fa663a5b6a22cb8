import { contract } from '@luoshi/contract/contract'
import { implement } from '@orpc/server'
import type { Context, House, Signed } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import { Problem } from '../problem.ts'
import { refusePasswordDue } from '../sign-in/password-due.ts'

/** What the HTTP side knows of a request before an operation runs. */
export type RequestContext = {
  readonly house: House
  readonly requestId: string
  /** Read anew for each request: a right or a session taken away is gone on the next one. Null where nobody is signed in. */
  readonly signed: Signed | null
  readonly headers: Headers
  readonly address: string
  /** Counts the request against what one person may ask, in however many sessions and by however many keys. */
  readonly countPerson: (person: Pick<Signed, 'tenantId' | 'personId'>) => void
  /** Told which operation answers, for the metrics. */
  readonly named: (operation: string) => void
}

/** Operations that need no sign-in; they open what transaction they need themselves. */
export const openOperations = implement(contract).$context<RequestContext>()

/**
 * Every other operation: one transaction, scoped to the tenant, committed or rolled back here and nowhere else. Handlers get a
 * `Context`; what they ask to be done `afterwards` runs once the commit is durable.
 */
export const operations = openOperations.use(
  async ({ context: { house, signed, requestId, countPerson }, path, next }) => {
    if (signed === null) throw new Problem('not-signed-in')
    countPerson(signed)
    refusePasswordDue(signed, path.join('.'))
    const later: (() => Promise<void>)[] = []
    const result = await inTenant(house.db, signed.tenantId, async db => {
      const context: Context = { ...house, db, actor: signed, requestId, afterwards: run => later.push(run) }
      return await next({ context })
    })
    for (const run of later) await run()
    return result
  },
)
