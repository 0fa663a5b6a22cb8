import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, search, span, unitRef, version } from './shape.ts'

export const progress = z.object({
  total: z.int(),
  confirmed: z.int(),
  submitted: z.int(),
  late: z.int(),
  soon: z.int(),
})

export const programmeSummary = z.object({
  id,
  title: z.string(),
  unit: unitRef,
  status: z.enum(['running', 'ended', 'paused']),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  assignments: progress,
  missed: z.int(),
  countdown: z.object({ text: z.string(), on: day, days: z.int() }).nullable(),
  planId: id,
  version,
  actions,
})
export type ProgrammeSummary = z.infer<typeof programmeSummary>

const phase = z.object({
  id,
  name: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  span: span.nullable(),
})
const milestone = z.object({ id, text: z.string(), on: day, countdown: z.boolean(), span: span.nullable() })

const assignmentEvent = z.enum([
  'accept',
  'progress',
  'submit',
  'confirm',
  'return',
  'withdraw',
  'extension-asked',
  'extension-granted',
  'extension-refused',
])

export const programmeOverview = programmeSummary.extend({
  goal: z.string().nullable(),
  phases: z.array(phase),
  milestones: z.array(milestone),
  byUnit: z.array(z.object({ unit: unitRef, ...progress.shape })),
  late: z.array(z.object({ assignmentId: id, text: z.string(), unit: unitRef, dueOn: day, days: z.int() })),
  latest: z.array(
    z.object({ at: instant, who: z.string(), did: assignmentEvent, task: z.string(), unit: unitRef, assignmentId: id }),
  ),
  week: z.object({ confirmed: z.int(), submitted: z.int(), missed: z.int() }),
  /** Problems found for it that are still open, and how many of them are past their deadline. */
  cases: z.object({ open: z.int(), late: z.int() }),
})
export type ProgrammeOverview = z.infer<typeof programmeOverview>

/** Everything the wall chart draws: bands, rows, bars and flags. */
export const wallChart = z.object({
  from: day,
  to: day,
  today: day,
  phases: z.array(phase),
  milestones: z.array(milestone),
  rows: z.array(
    z.object({
      unit: unitRef,
      bars: z.array(
        z.object({
          assignmentId: id,
          text: z.string(),
          from: day,
          to: day.nullable(),
          state: z.string(),
          late: z.boolean(),
        }),
      ),
    }),
  ),
})

const group = z.object({
  id,
  kind: z.enum(['leading', 'office', 'working']),
  name: z.string(),
  leaders: z.array(z.string()),
  deputies: z.array(z.string()),
  members: z.array(z.object({ name: z.string(), unit: unitRef.nullable() })),
  location: z.string().nullable(),
  duties: z.string().nullable(),
  span: span.nullable(),
})
const budgetLine = z.object({ id, item: z.string(), fen: z.int(), span: span.nullable() })

export const programmesContract = {
  list: oc
    .route({ method: 'GET', path: '/programmes', tags: ['programmes'], summary: 'Programmes within reach' })
    .input(z.object({ q: search, status: z.enum(['running', 'ended', 'paused']).optional(), ...page }))
    .output(pageOf(programmeSummary)),
  overview: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}',
      tags: ['programmes'],
      summary: 'One honest page about a programme',
    })
    .input(z.object({ id }))
    .output(programmeOverview),
  wallChart: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/wall-chart',
      tags: ['programmes'],
      summary: 'Phases, tasks and milestones by unit',
    })
    .input(z.object({ id }))
    .output(wallChart),
  groups: oc
    .route({ method: 'GET', path: '/programmes/{id}/groups', tags: ['programmes'], summary: 'Bodies the plan sets up' })
    .input(z.object({ id }))
    .output(z.array(group)),
  budget: oc
    .route({ method: 'GET', path: '/programmes/{id}/budget', tags: ['programmes'], summary: 'Budget lines' })
    .input(z.object({ id }))
    .output(z.object({ lines: z.array(budgetLine), totalFen: z.int() })),
  documents: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/documents',
      tags: ['programmes'],
      summary: 'Versions of the plan and what each changed',
    })
    .input(z.object({ id }))
    .output(
      z.array(
        z.object({
          planId: id,
          versionId: id,
          number: z.int(),
          title: z.string(),
          sourceName: z.string(),
          publishedAt: instant.nullable(),
          publishedBy: personRef.nullable(),
          text: z.string(),
          span,
        }),
      ),
    ),
  change: oc
    .route({
      method: 'PATCH',
      path: '/programmes/{id}',
      tags: ['programmes'],
      summary: 'Pause, end or rename; choose the day that is counted down to',
    })
    .input(
      z.object({
        id,
        version,
        title: z.string().trim().min(2).max(200).optional(),
        status: z.enum(['running', 'ended', 'paused']).optional(),
        countdownMilestoneId: id.nullable().optional(),
      }),
    )
    .output(programmeSummary),
}
