import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, personRef, span, unitRef } from './shape.ts'

export const measurement = z.object({
  id,
  on: day,
  value: z.number(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  unit: unitRef.nullable(),
  note: z.string().nullable(),
  by: personRef,
})

export const indicator = z.object({
  id,
  programmeId: id,
  subject: z.string(),
  op: z.enum(['>=', '<=', '=', '>', '<']),
  target: z.number().nullable(),
  unit: z.string(),
  status: z.enum(['met', 'unmet', 'unknown', 'fragile']),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  measurements: z.array(measurement),
  span: span.nullable(),
  actions,
})
export type Indicator = z.infer<typeof indicator>

export const indicatorsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/indicators',
      tags: ['indicators'],
      summary: 'Targets and their readings',
    })
    .input(z.object({ id }))
    .output(z.array(indicator)),
  measure: oc
    .route({
      method: 'POST',
      path: '/indicators/{id}/measurements',
      tags: ['indicators'],
      summary: 'Record a reading; a share carries its sample',
    })
    .input(
      z.object({
        id,
        measurementId: id.optional(),
        on: day,
        value: z.number(),
        numerator: z.int().min(0).nullable().default(null),
        denominator: z.int().min(1).nullable().default(null),
        unitId: id.nullable().default(null),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(indicator),
}
