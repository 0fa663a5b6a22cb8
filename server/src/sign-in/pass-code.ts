import { sql } from 'kysely'
import type { House } from '../context.ts'
import { headersOf } from '../http/request-of.ts'
import { signedOf } from '../http/signed.ts'
import { auditSignIn, type Holder } from './audit-sign-in.ts'
import type { Answer, Step } from './step.ts'

/** The six digits of the authenticator, or a backup code: the end of a sign-in, or the proof of a factor just set up. */
export const passCode = async ({ house, request, ask }: Step): Promise<Answer> => {
  const before = await signedOf(house, headersOf(request))
  const answer = await ask()
  if (before !== null) await auditSignIn(house, request.id, before, 'second-factor-changed', { to: 'on' })
  else {
    const holder = await holderOf(house, answer.body)
    if (holder !== null) await auditSignIn(house, request.id, holder, 'sign-in', { secondFactor: true })
  }
  return answer
}

const holderOf = async ({ db }: House, body: unknown): Promise<Holder | null> => {
  const token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : ''
  const { rows } = await sql<Holder>`
    select p.tenant_id as "tenantId", p.id as "personId"
    from auth.session s join people p on p.user_id = s."userId" where s.token = ${token}`.execute(db)
  return rows[0] ?? null
}
