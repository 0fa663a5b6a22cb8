import { oc } from '@orpc/contract'
import * as z from 'zod'
import { day, id } from './shape.ts'

/** 达标, 未达标, 未知, 易反弹. */
export const standing = z.enum(['met', 'unmet', 'unknown', 'fragile'])

/** A share as the record has it, with its sample and its doubt. Bounds and value in per cent. */
export const recordedShare = z.object({
  numerator: z.int(),
  denominator: z.int(),
  value: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  status: standing,
  /** The same stretch of time before, newest first: what tells whether it is steady. */
  before: z.array(z.object({ numerator: z.int(), denominator: z.int() })),
})

export const resultRow = z.object({ key: z.string(), name: z.string(), ...recordedShare.shape })
export type ResultRow = z.infer<typeof resultRow>

export const caseMeasure = z.enum(['on-time', 'first-pass', 'closed'])
export type CaseMeasure = z.infer<typeof caseMeasure>

const asked = {
  unitId: id.optional(),
  days: z.int().min(1).max(366).default(30),
  /** Per cent; what a share is held against. */
  target: z.number().min(0).max(100).default(90),
}

export const resultsContract = {
  conforming: oc
    .route({
      method: 'GET',
      path: '/results/conforming',
      tags: ['results'],
      summary: 'Points without a failure by type or unit, or criteria conforming, as last seen in so many days',
    })
    .input(
      z.object({
        ...asked,
        by: z.enum(['type', 'unit', 'criterion']),
        /** Needed for criteria. */
        pointType: z.string().max(60).optional(),
      }),
    )
    .output(z.object({ from: day, to: day, whole: recordedShare, rows: z.array(resultRow) })),
  cases: oc
    .route({
      method: 'GET',
      path: '/results/cases',
      tags: ['results'],
      summary: 'Cases mended in time, mended at the first go, and closed, by unit or category',
    })
    .input(z.object({ ...asked, measure: caseMeasure, by: z.enum(['unit', 'category']) }))
    .output(z.object({ from: day, to: day, whole: recordedShare, rows: z.array(resultRow) })),
}
