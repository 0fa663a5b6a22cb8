import { oc } from '@orpc/contract'
import * as z from 'zod'

const ready = z.object({ id: z.string(), title: z.string(), opening: z.string(), characters: z.int() })
export type ReadyPlan = z.infer<typeof ready>

/** Ready plans to begin a new one from. */
export const catalogueContract = {
  list: oc
    .route({ method: 'GET', path: '/catalogue', tags: ['catalogue'], summary: 'Ready plans to begin from' })
    .output(z.array(ready)),
  get: oc
    .route({ method: 'GET', path: '/catalogue/{id}', tags: ['catalogue'], summary: 'The text of a ready plan' })
    .input(z.object({ id: z.string().regex(/^[a-z0-9-]{1,60}$/) }))
    .output(ready.extend({ text: z.string() })),
}
