import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { House, SingleSignOn } from '../context.ts'
import { headersOf } from '../http/request-of.ts'
import { Problem } from '../problem.ts'
import { askAuth } from './ask-auth.ts'
import { auditSignIn, type Holder } from './audit-sign-in.ts'
import { type Auth, callerHeader } from './better-auth.ts'
import { sessionTokenOf } from './session-cookie.ts'
import { provider } from './single-sign-on.ts'

const refused = '/sign-in?refused=single-sign-on'

/** The way to the county's own sign-in, and back from it. */
export const singleSignOnRoutes = (app: FastifyInstance, house: House, auth: Auth, { name }: SingleSignOn): void => {
  app.get<{ Querystring: { readonly to?: unknown } }>('/api/auth/single-sign-on', async (request, reply) => {
    const wanted = {
      provider,
      callbackURL: ownPath(request.query.to),
      errorCallbackURL: refused,
      disableRedirect: true,
    }
    try {
      const { headers, body } = await askAuth(auth, request, wanted, '/api/auth/sign-in/social')
      return send(
        reply,
        headers,
        typeof body === 'object' && body !== null && 'url' in body ? String(body.url) : refused,
      )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      house.log.warn({ part: 'sign-in', code: error.code }, 'The county’s own sign-in does not answer')
      return reply.header('cache-control', 'no-store').redirect(refused)
    }
  })

  app.get(`/api/auth/callback/${provider}`, async (request, reply) => {
    const headers = headersOf(request)
    headers.set(callerHeader, request.ip)
    const url = `${request.protocol}://${request.host}${request.url}`
    const answer = await auth.handler(new Request(url, { headers }))
    const token = answer.headers.getSetCookie().flatMap(cookie => sessionTokenOf(cookie, house.secret) ?? [])[0]
    const holder = token === undefined ? null : await holderOf(house, token)
    if (holder === null) return reply.header('cache-control', 'no-store').redirect(refused)
    await auditSignIn(house, request.id, holder, 'sign-in', { by: name })
    return send(reply, answer.headers, answer.headers.get('location') ?? '/')
  })
}

/** Whose session it is, with how it came about; one of somebody who is suspended is ended again. */
const holderOf = async ({ db }: House, token: string): Promise<Holder | null> => {
  const { rows } = await sql<Holder>`
    update auth.session s set "signedInBy" = ${provider} from people p
    where s.token = ${token} and p.user_id = s."userId" and p.status = 'active'
    returning p.tenant_id as "tenantId", p.id as "personId"`.execute(db)
  if (rows[0] === undefined) await sql`delete from auth.session where token = ${token}`.execute(db)
  return rows[0] ?? null
}

const send = (reply: FastifyReply, headers: Headers, url: string): FastifyReply => {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store').redirect(url)
}

/** Back to a page of this house, whatever the address says. */
const ownPath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(to) ? to : '/')
