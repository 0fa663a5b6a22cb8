import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, instant, page, pageOf, personRef, search, unitRef, version } from './shape.ts'

/** 符合, 基本符合, 不符合, 不涉及. */
export const grade = z.enum(['conforms', 'mostly', 'fails', 'not-applicable'])
export type Grade = z.infer<typeof grade>

/** What must exist on paper, and for how many months it holds; null: for good. */
export const requiredEvidence = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(['paper', 'roster', 'record', 'picture']),
  months: z.int().min(1).max(120).nullable(),
})

export const criterion = z.object({
  /** The same from version to version. */
  id,
  section: z.string().trim().max(120),
  text: z.string().trim().min(2).max(1000),
  weight: z.number().positive().max(1000),
  /** 一票否决: failing it fails the point. */
  critical: z.boolean(),
  grades: z.object({
    conforms: z.string().max(500).optional(),
    mostly: z.string().max(500).optional(),
    fails: z.string().max(500).optional(),
  }),
  /** What counts as conforming although it does not look so; a visit notes which. */
  exceptions: z.array(z.string().trim().min(1).max(300)).max(20),
  evidence: z.array(requiredEvidence).max(20),
  photo: z.enum(['none', 'optional', 'required']),
  lookWhere: z.string().max(300),
  lookHow: z.string().max(500),
  /** The category that a failure opens a case in; null: the ordinary one. */
  categoryId: id.nullable(),
})
export type Criterion = z.infer<typeof criterion>

const standardVersion = z.object({
  id,
  number: z.int().min(1),
  state: z.enum(['draft', 'published']),
  note: z.string().nullable(),
  publishedBy: personRef.nullable(),
  publishedAt: instant.nullable(),
})

export const standardRow = z.object({
  id,
  title: z.string(),
  pointType: z.string(),
  unit: unitRef,
  programme: z.object({ id, title: z.string() }).nullable(),
  /** The last published version's number; null until there is one. */
  current: z.int().nullable(),
  hasDraft: z.boolean(),
  criteria: z.int(),
  critical: z.int(),
  points: z.int(),
  isPublic: z.boolean(),
  archivedAt: instant.nullable(),
  version,
  actions,
})
export type StandardRow = z.infer<typeof standardRow>

export const standardDetail = standardRow.extend({
  versions: z.array(standardVersion),
  /** Of the version asked for; else of the draft, else of the last published. */
  shown: standardVersion,
  content: z.array(criterion.extend({ sentence: z.string().nullable() })),
  planId: id.nullable(),
})
export type StandardDetail = z.infer<typeof standardDetail>

const cell = z.object({ sheet: z.string(), cell: z.string(), value: z.string() })
const title = z.string().trim().min(2).max(120)
const pointType = z.string().trim().min(1).max(60)

export const standardsContract = {
  list: oc
    .route({ method: 'GET', path: '/standards', tags: ['standards'], summary: 'Standards by type of point' })
    .input(
      z.object({
        q: search,
        pointType: pointType.optional(),
        programmeId: id.optional(),
        archived: z.boolean().default(false),
        ...page,
      }),
    )
    .output(pageOf(standardRow)),
  get: oc
    .route({ method: 'GET', path: '/standards/{id}', tags: ['standards'], summary: 'One standard, at a version' })
    .input(z.object({ id, number: z.int().min(1).optional() }))
    .output(standardDetail),
  create: oc
    .route({ method: 'POST', path: '/standards', tags: ['standards'], summary: 'Begin a standard; its first draft' })
    .input(
      z.object({
        unitId: id,
        title,
        pointType,
        /** One of the ready standards of the catalogue to begin from. */
        ready: z.string().max(60).nullable().default(null),
        content: z.array(criterion).max(400).default([]),
      }),
    )
    .output(standardDetail),
  fromChecklist: oc
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/standards',
      tags: ['standards'],
      summary: 'Make a standard of a checklist that a plan holds',
    })
    .input(z.object({ programmeId: id, itemId: id }))
    .output(standardDetail),
  checklists: oc
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/checklists',
      tags: ['standards'],
      summary: 'The checklists of a running plan, and what was made of them',
    })
    .input(z.object({ programmeId: id }))
    .output(
      z.array(
        z.object({
          itemId: id,
          pointType: z.string(),
          items: z.int(),
          standardId: id.nullable(),
          sentence: z.string(),
        }),
      ),
    ),
  ready: oc
    .route({ method: 'GET', path: '/ready-standards', tags: ['standards'], summary: 'Standards of the catalogue' })
    .input(z.object({}))
    .output(z.array(z.object({ key: z.string(), title: z.string(), pointType: z.string(), criteria: z.int() }))),
  read: oc
    .route({
      method: 'POST',
      path: '/standards/read',
      tags: ['standards'],
      summary: 'Say what a spreadsheet or an XLSForm holds, errors by cell; writes nothing',
    })
    .input(
      z.object({
        file: z.file().max(20_000_000),
        /** The standard it is to go into: lines that were there before stay the same criteria. */
        standardId: id.optional(),
      }),
    )
    .output(
      z.object({
        kind: z.enum(['table', 'xlsform']),
        title: z.string().nullable(),
        pointType: z.string().nullable(),
        /** Empty where something is wrong: a file is taken whole or not at all. */
        content: z.array(criterion),
        rows: z.int(),
        errors: z.array(cell.extend({ message: z.string() })),
        /** Questions of a form that are no criteria. */
        leftOut: z.array(cell),
      }),
    ),
  save: oc
    .route({ method: 'PUT', path: '/standards/{id}/draft', tags: ['standards'], summary: 'Write the draft whole' })
    .input(z.object({ id, version, title, pointType, content: z.array(criterion).max(400) }))
    .output(standardDetail),
  publish: oc
    .route({
      method: 'POST',
      path: '/standards/{id}/publish',
      tags: ['standards'],
      summary: 'Publish the draft; visits to come are held to it',
    })
    .input(z.object({ id, version, note: z.string().trim().max(500).nullable().default(null) }))
    .output(standardDetail),
  discardDraft: oc
    .route({ method: 'POST', path: '/standards/{id}/discard-draft', tags: ['standards'], summary: 'Drop the draft' })
    .input(z.object({ id, version }))
    .output(standardDetail),
  show: oc
    .route({
      method: 'POST',
      path: '/standards/{id}/show',
      tags: ['standards'],
      summary: 'Put it on the public page, or take it off',
    })
    .input(z.object({ id, version, isPublic: z.boolean() }))
    .output(standardDetail),
  archive: oc
    .route({ method: 'POST', path: '/standards/{id}/archive', tags: ['standards'], summary: 'No longer in use' })
    .input(z.object({ id, version }))
    .output(done),
}
