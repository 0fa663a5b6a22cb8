import { oc } from '@orpc/contract'
import * as z from 'zod'
import { evidence } from './evidence.ts'
import { extension } from './extensions.ts'
import { actions, day, id, instant, page, pageOf, personRef, search, span, unitRef, version } from './shape.ts'

export const assignmentState = z.enum([
  'assigned',
  'accepted',
  'in-progress',
  'submitted',
  'returned',
  'confirmed',
  'withdrawn',
])
/** Derived from the clock, never stored. */
export const timeliness = z.enum(['late', 'today', 'soon', 'ahead', 'undated', 'done', 'done-late'])

export const assignmentRow = z.object({
  id,
  taskId: id,
  programme: z.object({ id, title: z.string() }),
  text: z.string(),
  section: z.string(),
  unit: unitRef,
  part: z.enum(['lead', 'responsible', 'support']),
  state: assignmentState,
  dueOn: day.nullable(),
  timeliness,
  progress: z.int(),
  evidence: z.int(),
  version,
  actions,
})
export type AssignmentRow = z.infer<typeof assignmentRow>

export const assignmentDetail = assignmentRow.extend({
  sentence: z.string().nullable(),
  planId: id,
  span: span.nullable(),
  parties: z.array(
    z.object({ part: z.enum(['lead', 'responsible', 'support']), name: z.string(), units: z.array(unitRef) }),
  ),
  events: z.array(
    z.object({
      id,
      at: instant,
      who: personRef,
      kind: z.string(),
      note: z.string().nullable(),
      progress: z.int().nullable(),
    }),
  ),
  extensions: z.array(extension),
  files: z.array(evidence),
  submittedBy: personRef.nullable(),
})
export type AssignmentDetail = z.infer<typeof assignmentDetail>

const reason = z.string().trim().min(2).max(1000)
const note = z.string().trim().max(2000).optional()
const filter = {
  q: search,
  programmeId: id.optional(),
  unitId: id.optional(),
  state: assignmentState.optional(),
  timeliness: z.enum(['late', 'today', 'soon']).optional(),
  mine: z.boolean().optional(),
}

export const assignmentsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/assignments',
      tags: ['assignments'],
      summary: 'Assignments within reach, soonest due first',
    })
    .input(z.object({ ...filter, ...page }))
    .output(pageOf(assignmentRow)),
  get: oc
    .route({
      method: 'GET',
      path: '/assignments/{id}',
      tags: ['assignments'],
      summary: 'One assignment with its sentence and its life',
    })
    .input(z.object({ id }))
    .output(assignmentDetail),
  accept: oc
    .route({ method: 'POST', path: '/assignments/{id}/accept', tags: ['assignments'], summary: 'Accept' })
    .input(z.object({ id, version }))
    .output(assignmentDetail),
  progress: oc
    .route({
      method: 'POST',
      path: '/assignments/{id}/progress',
      tags: ['assignments'],
      summary: 'Say how far it has come',
    })
    .input(z.object({ id, version, progress: z.int().min(0).max(100), note }))
    .output(assignmentDetail),
  submit: oc
    .route({ method: 'POST', path: '/assignments/{id}/submit', tags: ['assignments'], summary: 'Submit with evidence' })
    .input(z.object({ id, version, note, evidenceIds: z.array(id).max(100).default([]) }))
    .output(assignmentDetail),
  confirm: oc
    .route({
      method: 'POST',
      path: '/assignments/{id}/confirm',
      tags: ['assignments'],
      summary: 'Confirm what another submitted',
    })
    .input(z.object({ id, version, note }))
    .output(assignmentDetail),
  return: oc
    .route({ method: 'POST', path: '/assignments/{id}/return', tags: ['assignments'], summary: 'Return with a reason' })
    .input(z.object({ id, version, reason }))
    .output(assignmentDetail),
  askExtension: oc
    .route({
      method: 'POST',
      path: '/assignments/{id}/extensions',
      tags: ['assignments'],
      summary: 'Ask for more time',
    })
    .input(z.object({ id, version, until: day, reason }))
    .output(assignmentDetail),
  decideExtension: oc
    .route({
      method: 'POST',
      path: '/assignments/{id}/extensions/{extensionId}',
      tags: ['assignments'],
      summary: 'Grant or refuse more time',
    })
    .input(z.object({ id, extensionId: id, granted: z.boolean(), note }))
    .output(assignmentDetail),
}
