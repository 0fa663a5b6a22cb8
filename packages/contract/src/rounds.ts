import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, search, unitRef, version } from './shape.ts'

/** 明查, 暗访, 互检, 自查, 巡查. */
export const roundKind = z.enum(['open', 'unannounced', 'mutual', 'self', 'patrol'])
export const roundState = z.enum(['draft', 'committed', 'drawn', 'ended', 'cancelled'])

export const roundRow = z.object({
  id,
  title: z.string(),
  kind: roundKind,
  state: roundState,
  unit: unitRef,
  programme: z.object({ id, title: z.string() }).nullable(),
  startsOn: day,
  endsOn: day,
  points: z.int(),
  visited: z.int(),
  inspectors: z.int(),
  /** Points at which something failed. */
  failing: z.int(),
  version,
  actions,
})
export type RoundRow = z.infer<typeof roundRow>

/** One stratum of the sample: how many there are, how many are drawn, and what that can and cannot tell. */
export const stratum = z.object({
  stratum: z.string(),
  population: z.int(),
  quota: z.int(),
  /** How far the share conforming may lie off either way, 95 times in 100; 0–1. */
  expectedError: z.number(),
  /** The chance of meeting at least one where one in ten fails; 0–1. */
  chanceToFind: z.number(),
})

export const drawProof = z.object({
  secretHash: z.string(),
  frameHash: z.string(),
  /** Null until revealed. */
  secret: z.string().nullable(),
  witness: z.string().nullable(),
  witnessWords: z.string().nullable(),
  committedAt: instant,
  drawnAt: instant.nullable(),
  revealedAt: instant.nullable(),
  /** Where the whole proof can be taken from by anyone with the link, for `luoshi verify draw`. Null until revealed. */
  url: z.string().nullable(),
})

export const roundDetail = roundRow.extend({
  inspectorsPerPoint: z.int(),
  apartRounds: z.int(),
  strata: z.array(stratum),
  people: z.array(z.object({ person: personRef, unit: unitRef, points: z.int() })),
  drawn: z.array(
    z.object({
      point: z.object({ id, name: z.string(), pointType: z.string() }),
      unit: unitRef,
      stratum: z.string(),
      inspectors: z.array(personRef),
      visit: z.object({ id, finishedAt: instant.nullable(), score: z.number().nullable(), fails: z.int() }).nullable(),
    }),
  ),
  /** Points for which there were not enough inspectors free of ties. */
  short: z.array(id),
  proof: drawProof.nullable(),
})
export type RoundDetail = z.infer<typeof roundDetail>

const written = {
  title: z.string().trim().min(2).max(120),
  kind: roundKind,
  unitId: id,
  programmeId: id.nullable().default(null),
  dutyId: id.nullable().default(null),
  startsOn: day,
  endsOn: day,
  /** Which points may be drawn: of these types, under these units. */
  pointTypes: z.array(z.string().max(60)).min(1).max(100),
  withinUnitIds: z.array(id).min(1).max(500),
  inspectorIds: z.array(id).max(500),
  inspectorsPerPoint: z.int().min(1).max(5).default(1),
  apartRounds: z.int().min(0).max(10).default(1),
  quotas: z.record(z.string(), z.int().min(0).max(100_000)),
}

export const roundsContract = {
  list: oc
    .route({ method: 'GET', path: '/rounds', tags: ['rounds'], summary: 'Rounds the caller may know of, newest first' })
    .input(
      z.object({
        q: search,
        programmeId: id.optional(),
        kind: roundKind.optional(),
        state: roundState.optional(),
        mine: z.boolean().optional(),
        ...page,
      }),
    )
    .output(pageOf(roundRow)),
  get: oc
    .route({ method: 'GET', path: '/rounds/{id}', tags: ['rounds'], summary: 'One round: sample, draw, visits' })
    .input(z.object({ id }))
    .output(roundDetail),
  plan: oc
    .route({
      method: 'POST',
      path: '/rounds/plan',
      tags: ['rounds'],
      summary: 'What a sample can and cannot tell, before anything is begun; writes nothing',
    })
    .input(
      z.object({
        unitId: id,
        pointTypes: written.pointTypes,
        withinUnitIds: written.withinUnitIds,
        /** Points in all, shared among the strata; or the margin wanted (0.05 for five points). */
        total: z.int().min(1).max(100_000).nullable(),
        margin: z.number().min(0.005).max(0.5).nullable(),
      }),
    )
    .output(z.object({ strata: z.array(stratum), overall: stratum, withoutStandard: z.array(z.string()) })),
  create: oc
    .route({ method: 'POST', path: '/rounds', tags: ['rounds'], summary: 'Prepare a round' })
    .input(z.object(written))
    .output(roundDetail),
  change: oc
    .route({
      method: 'PUT',
      path: '/rounds/{id}',
      tags: ['rounds'],
      summary: 'Change a round that is not committed yet',
    })
    .input(z.object({ id, version, ...written }))
    .output(roundDetail),
  commit: oc
    .route({
      method: 'POST',
      path: '/rounds/{id}/commit',
      tags: ['rounds'],
      summary: 'Fix who and what may be drawn, and publish the hashes that bind the draw',
    })
    .input(z.object({ id, version }))
    .output(roundDetail),
  draw: oc
    .route({
      method: 'POST',
      path: '/rounds/{id}/draw',
      tags: ['rounds'],
      summary: 'Draw points and inspectors by lot',
    })
    .input(
      z.object({
        id,
        version,
        /** Somebody of the inspected side, and words of theirs that nobody could know before. */
        witness: z.string().trim().max(60).nullable().default(null),
        witnessWords: z.string().trim().max(200).nullable().default(null),
      }),
    )
    .output(roundDetail),
  end: oc
    .route({
      method: 'POST',
      path: '/rounds/{id}/end',
      tags: ['rounds'],
      summary: 'End a round; what was secret is revealed',
    })
    .input(z.object({ id, version }))
    .output(roundDetail),
  cancel: oc
    .route({
      method: 'POST',
      path: '/rounds/{id}/cancel',
      tags: ['rounds'],
      summary: 'Call a round off, with the reason',
    })
    .input(z.object({ id, version, reason: z.string().trim().min(2).max(500) }))
    .output(roundDetail),
}
