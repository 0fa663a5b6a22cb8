import type { FastifyRequest } from 'fastify'
import type { Context, House } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'
import { Problem } from '../problem.ts'
import { refusePasswordDue } from '../sign-in/password-due.ts'
import { requestOf } from './request-of.ts'

/** One scoped transaction for a route beside the contract: files, feeds and the like. */
export const inRequest = async <T>(
  house: House,
  request: FastifyRequest,
  run: (context: Context) => Promise<T>,
): Promise<T> => {
  const { signed, requestId, countPerson } = await requestOf(house, request)
  if (signed === null) throw new Problem('not-signed-in')
  countPerson(signed)
  refusePasswordDue(signed, request.url)
  const later: (() => Promise<void>)[] = []
  const result = await inTenant(house.db, signed.tenantId, db =>
    run({ ...house, db, actor: signed, requestId, afterwards: step => later.push(step) }),
  )
  for (const step of later) await step()
  return result
}
