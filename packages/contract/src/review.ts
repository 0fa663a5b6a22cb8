import { oc } from '@orpc/contract'
import * as z from 'zod'
import { done, id, instant, personRef, span, unitKind, unitRef, version } from './shape.ts'

export const itemKind = z.enum([
  'group',
  'phase',
  'task',
  'duty',
  'indicator',
  'milestone',
  'checklist',
  'procedure',
  'budget',
  'consequence',
  'reference',
])
export type ItemKind = z.infer<typeof itemKind>

/** The compiled item as in `luoshi.plan/1` (without its span), by kind. Validated against the kind on every write. */
const names = z.array(z.string().trim().min(1).max(200)).max(300)
const window = z.object({
  text: z.string().max(200),
  start: z.string().max(10).nullable(),
  end: z.string().max(10).nullable(),
})
export const itemContent = {
  group: z.object({
    kind: z.enum(['leading', 'office', 'working']),
    name: z.string().trim().min(1).max(200),
    leaders: names,
    deputies: names,
    members: names,
    location: z.string().max(200).nullable(),
    duties: z.string().max(4000).nullable(),
  }),
  phase: z.object({ name: z.string().trim().min(1).max(200), window: window.nullable() }),
  task: z.object({
    text: z.string().trim().min(1).max(4000),
    lead: names,
    responsible: names,
    support: names,
    due: window.nullable(),
    section: z.string().max(200),
  }),
  duty: z.object({
    text: z.string().trim().min(1).max(4000),
    every: z.object({
      per: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year', 'continuous']),
      times: z.number().positive().max(100).nullable(),
      at: z.string().max(200).nullable(),
    }),
    to: names,
  }),
  indicator: z.object({
    subject: z.string().trim().min(1).max(400),
    op: z.enum(['>=', '<=', '=', '>', '<']),
    value: z.number().nullable(),
    unit: z.string().max(40),
  }),
  milestone: z.object({ text: z.string().trim().min(1).max(1000), date: z.string().max(10) }),
  checklist: z.object({
    pointType: z.string().trim().min(1).max(200),
    items: z
      .array(
        z.object({
          text: z.string().max(2000),
          grades: z.record(z.string(), z.string()).nullable(),
          evidence: z.array(z.string().max(200)),
        }),
      )
      .max(500),
  }),
  procedure: z.object({
    step: z.enum([
      'apply',
      'self-score',
      'review',
      'recommend',
      'inspect',
      'notice',
      'grant',
      'recheck',
      'withdraw',
      'renew',
    ]),
    actor: z.string().max(200).nullable(),
    threshold: z.string().max(400).nullable(),
  }),
  budget: z.object({ item: z.string().trim().min(1).max(400), yuan: z.number().min(0).max(1e13) }),
  consequence: z.object({ kind: z.enum(['reward', 'penalty']), text: z.string().trim().min(1).max(2000) }),
  reference: z.object({ title: z.string().trim().min(1).max(400), number: z.string().max(100).nullable() }),
} as const satisfies Record<ItemKind, z.ZodType>

/** What fills the words of a code. */
const filling = z.record(z.string(), z.union([z.string(), z.number()]))

export const item = z.object({
  id,
  kind: itemKind,
  ordinal: z.int(),
  content: z.record(z.string(), z.unknown()),
  /** Null where a person added it without a sentence. */
  span: span.nullable(),
  state: z.enum(['proposed', 'confirmed', 'rejected']),
  origin: z.enum(['read', 'added']),
  edited: z.boolean(),
  /** Why the reading is not sure, for `doubtWords` of the compiler to put into words. */
  doubt: z.object({ code: z.string(), params: filling }).nullable(),
  confidence: z.number().nullable(),
  /** For tasks, duties and groups: whom each party name stands for. */
  parties: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      match: z.enum(['one', 'several', 'every', 'ask', 'none', 'ignored']),
      units: z.array(unitRef),
      candidates: z.array(unitRef),
    }),
  ),
  version,
  updatedBy: personRef.nullable(),
  updatedAt: instant,
})
export type Item = z.infer<typeof item>

export const diagnostic = z.object({
  id,
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  params: filling,
  /** As it was told when the document was read; `retold` of the compiler tells it in another language. */
  message: z.object({ what: z.string(), why: z.string(), fix: z.string() }),
  span,
  related: z.array(z.object({ span })),
  remedy: z
    .object({ span, text: z.string(), also: z.array(z.object({ span, text: z.string() })).optional() })
    .nullable(),
  state: z.enum(['open', 'settled']),
  note: z.string().nullable(),
  /** Settled by putting its remedy there; the plan is printed with it. */
  remedied: z.boolean(),
})
export type DiagnosticShown = z.infer<typeof diagnostic>

const count = z.int().positive().optional()
const place = z.object({
  start: z.int().min(0),
  page: count,
  paragraph: count,
  line: count,
  table: count,
  row: count,
  cell: count,
})

export const review = z.object({
  planId: id,
  versionId: id,
  title: z.string(),
  text: z.string(),
  /** The part of `text` that is this plan. */
  span,
  /** Where in the file that was handed in each stretch of `text` stands, in order; each holds up to the next. */
  places: z.array(place),
  year: z.int().nullable(),
  yearMissing: z.boolean(),
  outline: z.array(z.unknown()),
  items: z.array(item),
  diagnostics: z.array(diagnostic),
  /** Who else has this review open now. */
  present: z.array(personRef),
})
export type Review = z.infer<typeof review>

export const reviewContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/plans/{id}/review',
      tags: ['review'],
      summary: 'The document and everything read from it',
    })
    .input(z.object({ id }))
    .output(review),
  /** What changed since an instant, so that two reviewers see each other. */
  changes: oc
    .route({ method: 'GET', path: '/plans/{id}/review/changes', tags: ['review'], summary: 'Items that changed since' })
    .input(z.object({ id, since: instant }))
    .output(z.object({ items: z.array(item), present: z.array(personRef), now: instant })),
  add: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/items',
      tags: ['review'],
      summary: 'Add an item from a selection of the document, or by hand',
    })
    .input(
      z.object({
        id,
        itemId: id.optional(),
        kind: itemKind,
        span: span.nullable(),
        content: z.record(z.string(), z.unknown()),
      }),
    )
    .output(item),
  change: oc
    .route({
      method: 'PATCH',
      path: '/plans/{id}/items/{itemId}',
      tags: ['review'],
      summary: 'Confirm, reject, edit or restore an item',
    })
    .input(
      z.object({
        id,
        itemId: id,
        version,
        state: z.enum(['proposed', 'confirmed', 'rejected']).optional(),
        content: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .output(item),
  confirmAll: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/items/confirmation',
      tags: ['review'],
      summary: 'Confirm every item of a kind that nothing is doubtful about',
    })
    .input(z.object({ id, kind: itemKind.optional() }))
    .output(z.object({ confirmed: z.int() })),
  settle: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/diagnostics/{diagnosticId}',
      tags: ['review'],
      summary: 'Settle a diagnostic with a note, or open it again',
    })
    .input(
      z.object({
        id,
        diagnosticId: id,
        state: z.enum(['open', 'settled']),
        note: z.string().trim().max(500).nullable(),
        /** By putting its remedy there. */
        remedied: z.boolean().default(false),
      }),
    )
    .output(diagnostic),
  match: oc
    .route({
      method: 'PUT',
      path: '/plans/{id}/parties',
      tags: ['review'],
      summary: 'Say which units a name stands for; remembered for the next plan',
    })
    .input(
      z.object({
        id,
        name: z.string().trim().min(1).max(200),
        unitIds: z.array(id).max(500),
        everyKind: unitKind.nullable(),
        ignored: z.boolean().default(false),
      }),
    )
    .output(z.object({ items: z.array(item) })),
  comparison: oc
    .route({
      method: 'GET',
      path: '/plans/{id}/comparison',
      tags: ['review'],
      summary: 'A new version beside the running programme',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        programmeId: id,
        changes: z.array(
          z.object({
            key: z.string(),
            kind: itemKind,
            what: z.enum(['added', 'changed', 'gone', 'same']),
            before: z.object({ itemId: id, text: z.string(), sentence: z.string().nullable() }).nullable(),
            after: z.object({ itemId: id, text: z.string(), sentence: z.string().nullable() }).nullable(),
            work: z.object({ assignments: z.int(), finished: z.int() }),
          }),
        ),
      }),
    ),
  revise: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/revision',
      tags: ['review'],
      summary: 'Apply a new version; work done is kept',
    })
    .input(z.object({ id, keep: z.array(z.string().max(100)).max(5000).default([]) }))
    .output(z.object({ programmeId: id, added: z.int(), changed: z.int(), withdrawn: z.int(), kept: z.int() })),
  leave: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/review/leave',
      tags: ['review'],
      summary: 'Say that I no longer look at this review',
    })
    .input(z.object({ id }))
    .output(done),
}
