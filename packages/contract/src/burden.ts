import { oc } from '@orpc/contract'
import * as z from 'zod'
import { id, unitRef } from './shape.ts'

const asked = z.object({
  assignment: z.int(),
  occurrence: z.int(),
  case: z.int(),
  notice: z.int(),
  /** What was handed in and came back. */
  again: z.int(),
})

const counted = {
  asked,
  items: z.int(),
  /** What the screens take, estimated from those of the sample; nobody was timed. */
  minutes: z.number(),
  /** Requests that were not made, because the record knew already. */
  avoided: z.int(),
}

export const unitBurden = z.object({
  unit: unitRef,
  ...counted,
  /** Items in the month before. */
  before: z.int(),
  /** By whom asked, the most first. */
  by: z.array(z.object({ unit: unitRef, items: z.int() })),
})
export type UnitBurden = z.infer<typeof unitBurden>

export const burdenContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/burden',
      tags: ['burden'],
      summary: 'What was asked of units in a month, how long the screens take, what was not asked, and by whom it was',
    })
    .input(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), unitId: id.optional() }))
    .output(z.object({ month: z.string(), whole: z.object(counted), units: z.array(unitBurden) })),
}
