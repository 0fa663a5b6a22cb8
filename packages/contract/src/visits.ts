import { oc } from '@orpc/contract'
import * as z from 'zod'
import { evidence } from './evidence.ts'
import { actions, id, instant, page, pageOf, personRef, unitRef } from './shape.ts'
import { criterion, grade } from './standards.ts'

/** What a form may hold besides its file leaves room for this. */
const list = z.file().max(30_000_000)

export const observation = z.object({
  id,
  criterionId: id,
  grade,
  exception: z.string().nullable(),
  note: z.string(),
  /** An exception that the standard does not know, or that nothing is said of, counts for nothing; a photo is asked for and not there. */
  lack: z.enum(['exception', 'note', 'photo']).nullable(),
  seenAt: instant,
  /** The case that it opened or reopened. */
  caseId: id.nullable(),
  photos: z.array(evidence),
})
export type Observation = z.infer<typeof observation>

export const visitRow = z.object({
  id,
  round: z.object({ id, title: z.string() }).nullable(),
  point: z.object({ id, name: z.string(), pointType: z.string() }),
  unit: unitRef,
  person: personRef,
  startedAt: instant,
  finishedAt: instant.nullable(),
  receivedAt: instant,
  conforms: z.int(),
  mostly: z.int(),
  fails: z.int(),
  notApplicable: z.int(),
  /** 0–100, by weight; null until it is finished and whole, or where nothing applied. */
  score: z.number().nullable(),
  criticalFailed: z.boolean(),
  /** Criteria that nothing which counts was said of. A visit that is finished and lacks some is not whole, and in no share. */
  lacking: z.int(),
  /** Failed criteria without the photo that the standard asks for; the failures count. */
  photosLacking: z.int(),
  actions,
})
export type VisitRow = z.infer<typeof visitRow>

export const visitDetail = visitRow.extend({
  note: z.string(),
  /** The standard as it was then. */
  standard: z.object({ id, title: z.string(), number: z.int(), content: z.array(criterion) }),
  observations: z.array(observation),
})
export type VisitDetail = z.infer<typeof visitDetail>

export const visitsContract = {
  list: oc
    .route({ method: 'GET', path: '/visits', tags: ['visits'], summary: 'Visits within reach, newest first' })
    .input(
      z.object({
        roundId: id.optional(),
        pointId: id.optional(),
        unitId: id.optional(),
        mine: z.boolean().optional(),
        ...page,
      }),
    )
    .output(pageOf(visitRow)),
  get: oc
    .route({
      method: 'GET',
      path: '/visits/{id}',
      tags: ['visits'],
      summary: 'One visit, with the standard as it was then',
    })
    .input(z.object({ id }))
    .output(visitDetail),
  preview: oc
    .route({
      method: 'POST',
      path: '/visits/import',
      tags: ['visits'],
      summary: 'Say what a list of past observations (CSV or xlsx) would do, errors by cell; writes nothing',
    })
    .input(z.object({ file: list }))
    .output(
      z.object({
        ...{ visits: z.int(), added: z.int(), changed: z.int(), same: z.int(), wrong: z.int() },
        /** The first of them, in the order of the list; `wrong` says how many there are. */
        errors: z.array(z.object({ sheet: z.string(), cell: z.string(), value: z.string(), message: z.string() })),
        /** Of what would be done; given back with the file, so that it is done or refused and nothing else. */
        digest: z.string(),
      }),
    ),
  apply: oc
    .route({
      method: 'POST',
      path: '/visits/import/apply',
      tags: ['visits'],
      summary: 'Take the list as previewed, whole or not at all; past observations open no cases',
    })
    .input(z.object({ file: list, digest: z.string().max(100) }))
    .output(z.object({ visits: z.int(), added: z.int(), changed: z.int() })),
}
