import type { FastifyInstance, FastifyReply } from 'fastify'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'
import { askAuth } from './ask-auth.ts'
import { createAuth } from './better-auth.ts'
import { changePassword } from './change-password.ts'
import { changeSecondFactor } from './change-second-factor.ts'
import { passCode } from './pass-code.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { singleSignOnRoutes } from './single-sign-on-routes.ts'
import type { Answer, Step } from './step.ts'

const steps: Readonly<Record<string, (step: Step) => Promise<Answer>>> = {
  'sign-in/username': signIn,
  'sign-out': signOut,
  'change-password': changePassword,
  'two-factor/verify-totp': passCode,
  'two-factor/verify-backup-code': passCode,
  'two-factor/enable': changeSecondFactor('on-begun'),
  'two-factor/disable': changeSecondFactor('off'),
  'two-factor/generate-backup-codes': changeSecondFactor('codes'),
}

/** Sign-in under `/api/auth`: the paths of better-auth that are in use here and no others. */
export const authRoutes = (app: FastifyInstance, house: House): void => {
  const auth = createAuth(house)
  if (house.singleSignOn) singleSignOnRoutes(app, house, auth, house.singleSignOn)
  for (const [path, step] of Object.entries(steps))
    app.post(`/api/auth/${path}`, { bodyLimit: 10_000 }, async (request, reply) => {
      const body = bodyOf(request.body)
      return send(reply, await step({ house, request, body, ask: (changed = body) => askAuth(auth, request, changed) }))
    })
}

const bodyOf = (body: unknown): Readonly<Record<string, unknown>> => {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Problem('input-invalid')
  return body as Readonly<Record<string, unknown>> // a JSON object
}

const send = (reply: FastifyReply, { headers, body }: Answer): FastifyReply => {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
  // The token stays in the cookie, where no script reads it.
  const { token: _token, user: _user, ...told } = bodyOf(body)
  return reply.header('cache-control', 'no-store').send(told)
}
