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

/** What of the record an indicator is read from; nobody then types its number. */
export const indicatorSource = z.object({
  measure: z.enum(['conforming', 'on-time', 'first-pass', 'closed']),
  /** For what conforms: points of one type, or one criterion of them. */
  pointType: z.string().max(60).nullable().default(null),
  criterionId: id.nullable().default(null),
  /** For cases: of one category. */
  categoryId: id.nullable().default(null),
  /** How long a reading stays valid. */
  windowDays: z.int().min(1).max(366).default(30),
})
export type IndicatorSource = z.infer<typeof indicatorSource>

/** A reading that the record gives: so many of so many until the end of a day, over the window. */
const recorded = z.object({ on: day, numerator: z.int(), denominator: z.int() })

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
  source: indicatorSource.nullable(),
  /** The oldest first; empty without a source. */
  recorded: z.array(recorded),
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
  source: oc
    .route({
      method: 'PUT',
      path: '/indicators/{id}/source',
      tags: ['indicators'],
      summary: 'Have an indicator read from the record, or by hand again',
    })
    .input(z.object({ id, source: indicatorSource.nullable() }))
    .output(indicator),
}
