import { oc } from '@orpc/contract'
import * as z from 'zod'
import { done, unitKind } from './shape.ts'

/** The first start of an empty house: a county, its office and its first administrator. Closed for good once used. */
export const setupContract = {
  state: oc
    .route({
      method: 'GET',
      path: '/setup',
      tags: ['setup'],
      summary: 'Whether the house still waits for its first administrator',
    })
    .output(
      z.object({
        waiting: z.boolean(),
        /** What the county's own sign-in is called; null where there is none. */
        singleSignOn: z.string().nullable(),
        sample: z.array(z.object({ name: z.string(), account: z.string(), password: z.string(), what: z.string() })),
      }),
    ),
  run: oc
    .route({ method: 'POST', path: '/setup', tags: ['setup'], summary: 'Set the house up' })
    .input(
      z.object({
        tenant: z.string().trim().min(2).max(60),
        rootKind: unitKind.default('county'),
        office: z.string().trim().min(2).max(60),
        name: z.string().trim().min(1).max(40),
        account: z.string().trim().min(3).max(40),
        password: z.string().min(10).max(200),
      }),
    )
    .output(done),
}
