import { oc } from '@orpc/contract'
import * as z from 'zod'
import { done, id, instant } from './shape.ts'

export const key = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revoked: z.boolean(),
})

/** API keys act as the person who made them, narrowed to their scopes (`noun:read`, `noun:write`, `*:read`). */
export const keysContract = {
  list: oc.route({ method: 'GET', path: '/keys', tags: ['keys'], summary: 'My API keys' }).output(z.array(key)),
  create: oc
    .route({ method: 'POST', path: '/keys', tags: ['keys'], summary: 'Make a key; it is shown once' })
    .input(
      z.object({
        name: z.string().trim().min(1).max(60),
        scopes: z
          .array(z.string().regex(/^(\*|[a-z]+):(read|write)$/))
          .min(1)
          .max(40),
        expiresInDays: z.int().min(1).max(730).nullable().default(365),
      }),
    )
    .output(z.object({ key, secret: z.string() })),
  revoke: oc
    .route({ method: 'DELETE', path: '/keys/{id}', tags: ['keys'], summary: 'Revoke a key' })
    .input(z.object({ id }))
    .output(done),
}
