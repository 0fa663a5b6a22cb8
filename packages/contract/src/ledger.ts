import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, unitRef } from './shape.ts'

/** 已有, 缺, 过期. */
export const ledgerState = z.enum(['exists', 'missing', 'out-of-date'])

const paper = z.object({
  id,
  name: z.string(),
  kind: z.enum(['photo', 'file', 'text']),
  unit: unitRef,
  /** Of a text: itself. */
  text: z.string().nullable(),
  addedAt: instant,
  /** The last day on which it proves anything; null: for good. */
  validUntil: day.nullable(),
  url: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
})

/** One thing that a criterion asks for, and who has brought it. */
export const ledgerItem = z.object({
  criterionId: id,
  part: z.string(),
  kind: z.enum(['paper', 'roster', 'record', 'picture']),
  months: z.int().nullable(),
  exists: z.int(),
  missing: z.int(),
  outOfDate: z.int(),
  /** Where a unit was asked for, that unit's; else those that have not brought it, the most pressing first. */
  units: z.array(z.object({ unit: unitRef, state: ledgerState, papers: z.array(paper) })),
  /** Units in that state that are not listed. */
  unlisted: z.int(),
})
export type LedgerItem = z.infer<typeof ledgerItem>

export const ledger = z.object({
  standards: z.array(
    z.object({
      standard: z.object({ id, title: z.string(), number: z.int(), pointType: z.string() }),
      sections: z.array(
        z.object({
          section: z.string(),
          criteria: z.array(z.object({ id, text: z.string(), critical: z.boolean(), items: z.array(ledgerItem) })),
        }),
      ),
    }),
  ),
  units: z.array(unitRef),
  totals: z.object({ exists: z.int(), missing: z.int(), outOfDate: z.int() }),
  actions,
})
export type Ledger = z.infer<typeof ledger>

export const ledgerExport = z.object({
  id,
  unit: unitRef,
  state: z.enum(['waiting', 'making', 'ready', 'failed', 'gone']),
  files: z.int(),
  done: z.int(),
  bytes: z.int().nullable(),
  askedBy: personRef,
  askedAt: instant,
  finishedAt: instant.nullable(),
  /** Answers byte ranges, so that a download goes on where it broke off. */
  url: z.string().nullable(),
})
export type LedgerExport = z.infer<typeof ledgerExport>

export const ledgerContract = {
  view: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/ledger',
      tags: ['ledger'],
      summary:
        'What a programme’s standards ask for on paper: what exists, is missing, is out of date, and who must bring it',
    })
    .input(z.object({ id, unitId: id.optional() }))
    .output(ledger),
  exports: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/ledger/exports',
      tags: ['ledger'],
      summary: 'Assessment sets made lately, the newest first',
    })
    .input(z.object({ id, ...page }))
    .output(pageOf(ledgerExport)),
  export: oc
    .route({
      method: 'POST',
      path: '/programmes/{id}/ledger/exports',
      tags: ['ledger'],
      summary: 'Make a whole assessment set: an index sheet, and folders in the order of the standard',
    })
    .input(z.object({ id, exportId: id.optional(), unitId: id }))
    .output(ledgerExport),
}
