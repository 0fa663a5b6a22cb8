import { roundKinds } from '@luoshi/rules/round-kind'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, search, unitRef, version } from './shape.ts'

/** 明查, 暗访, 互检, 自查, 巡查. */
export const roundKind = z.enum(roundKinds)
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
  /** Points that every inspector drawn for them has finished with. */
  visited: z.int(),
  inspectors: z.int(),
  /** Points at which something failed. */
  failing: z.int(),
  /** Unannounced and not over: the inspected know nothing of it. */
  secret: z.boolean(),
  /** Points that the caller is drawn for, and how many of them are still to be visited. */
  mine: z.int(),
  mineLeft: z.int(),
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
export type Stratum = z.infer<typeof stratum>

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

const visitMade = z.object({
  id,
  person: personRef,
  finishedAt: instant.nullable(),
  score: z.number().nullable(),
  conforms: z.int(),
  mostly: z.int(),
  fails: z.int(),
  /** As with a visit: what it lacks to be whole, and photos. */
  lacking: z.int(),
  photosLacking: z.int(),
})

const drawnPoint = z.object({
  point: z.object({ id, name: z.string(), pointType: z.string() }),
  unit: unitRef,
  stratum: z.string(),
  inspectors: z.array(personRef),
  /** The first visit that was made; every one of them in `visits`. */
  visit: z.object({ id, finishedAt: instant.nullable(), score: z.number().nullable(), fails: z.int() }).nullable(),
  visits: z.array(visitMade),
  /** Opened by what failed here in this round. */
  cases: z.array(z.object({ id, number: z.string(), title: z.string(), state: z.string() })),
})
export type DrawnPoint = z.infer<typeof drawnPoint>

/** A lot over some of the same points that was drawn, seen and not followed. */
const droppedLot = z.object({
  /** Null where the caller may not know of the round but by its proof. */
  id: id.nullable(),
  title: z.string(),
  unit: z.string(),
  drawnAt: instant,
  droppedAt: instant,
  /** Why it was called off; null where it was ended with most of its points unvisited. */
  reason: z.string().nullable(),
  points: z.int(),
  visited: z.int(),
  /** It was dropped before this round was bound, and stands under its hash; else it was dropped after. */
  isBound: z.boolean(),
})
export type DroppedLotShown = z.infer<typeof droppedLot>

export const roundDetail = roundRow.extend({
  duty: z.object({ id, text: z.string() }).nullable(),
  pointTypes: z.array(z.string()),
  within: z.array(unitRef),
  inspectorsPerPoint: z.int(),
  apartRounds: z.int(),
  ties: z.array(z.object({ person: personRef, unit: unitRef, reason: z.string() })),
  /** Empty for an inspector while the round is secret, who sees the own points alone. */
  strata: z.array(stratum),
  overall: stratum,
  people: z.array(z.object({ person: personRef, unit: unitRef, points: z.int(), visited: z.int() })),
  drawn: z.array(drawnPoint),
  /** Points for which there were not enough inspectors free of ties. */
  short: z.array(id),
  /** Pairs of inspector and point that may not meet, by reason. */
  barred: z.object({ home: z.int(), tie: z.int(), met: z.int() }),
  withdrawals: z.array(z.object({ person: personRef, reason: z.string(), at: instant })),
  /** The oldest first; empty for an inspector while the round is secret, and until it is bound. */
  dropped: z.array(droppedLot),
  proof: drawProof.nullable(),
  createdBy: personRef,
  endedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  /** 情况通报, for those who run it, once it is over. */
  bulletinUrl: z.string().nullable(),
})
export type RoundDetail = z.infer<typeof roundDetail>

const criterionResult = z.object({
  criterionId: id,
  pointType: z.string(),
  section: z.string(),
  text: z.string(),
  critical: z.boolean(),
  conforms: z.int(),
  mostly: z.int(),
  fails: z.int(),
  notApplicable: z.int(),
  /** 符合 among those graded, with Wilson's interval; null where nothing was. */
  share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
})
export type CriterionResult = z.infer<typeof criterionResult>

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
  /** 回避: the person inspects nothing of the unit. */
  ties: z
    .array(z.object({ personId: id, unitId: id, reason: z.string().trim().min(2).max(200) }))
    .max(200)
    .default([]),
  quotas: z.record(z.string().max(200), z.int().min(0).max(100_000)),
}
export type RoundWritten = z.infer<z.ZodObject<typeof written>>

export const roundProposal = z.object({
  dutyId: id,
  text: z.string(),
  programme: z.object({ id, title: z.string() }),
  unit: unitRef,
  kind: roundKind,
  /** `2026-W21`, `2026-05`, `2026-Q2`. */
  period: z.string(),
  startsOn: day,
  endsOn: day,
  title: z.string(),
  pointTypes: z.array(z.string()),
  withinUnitIds: z.array(id),
})
export type RoundProposal = z.infer<typeof roundProposal>

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
  proposals: oc
    .route({
      method: 'GET',
      path: '/round-proposals',
      tags: ['rounds'],
      summary: 'Rounds that running duties of checking ask for and nobody has prepared; or the one of a duty',
    })
    .input(z.object({ dutyId: id.optional() }))
    .output(z.array(roundProposal)),
  get: oc
    .route({ method: 'GET', path: '/rounds/{id}', tags: ['rounds'], summary: 'One round: sample, draw, visits' })
    .input(z.object({ id }))
    .output(roundDetail),
  results: oc
    .route({
      method: 'GET',
      path: '/rounds/{id}/results',
      tags: ['rounds'],
      summary: 'What was seen by criterion, with what the sample lets one say of the rest; empty until it is over',
    })
    .input(z.object({ id }))
    .output(z.array(criterionResult)),
  bulletin: oc
    .route({
      method: 'GET',
      path: '/rounds/{id}/bulletin.docx',
      tags: ['rounds'],
      summary: 'What a round found, as an official bulletin (GB/T 9704) for its office to finish',
    })
    .input(z.object({ id }))
    .output(z.file()),
  plan: oc
    .route({
      method: 'POST',
      path: '/rounds/plan',
      tags: ['rounds'],
      summary: 'What a sample can and cannot tell, before anything is begun, and who may be drawn; writes nothing',
    })
    .input(
      z.object({
        unitId: id,
        kind: roundKind.default('open'),
        pointTypes: written.pointTypes,
        withinUnitIds: written.withinUnitIds,
        /** Points in all, shared among the strata; or the margin wanted (0.05 for five points). */
        total: z.int().min(1).max(100_000).nullable(),
        margin: z.number().min(0.005).max(0.5).nullable(),
      }),
    )
    .output(
      z.object({
        strata: z.array(stratum),
        overall: stratum,
        withoutStandard: z.array(z.string()),
        candidates: z.array(z.object({ person: personRef, unit: unitRef })),
      }),
    ),
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
        /** Somebody of the inspected side, and words of theirs that nobody could know before. Both or neither. */
        witness: z.string().trim().min(1).max(60).nullable().default(null),
        witnessWords: z.string().trim().min(1).max(200).nullable().default(null),
      }),
    )
    .output(roundDetail),
  replace: oc
    .route({
      method: 'POST',
      path: '/rounds/{id}/replace',
      tags: ['rounds'],
      summary: 'An inspector cannot go: whatever is not visited yet falls to the next in lot',
    })
    .input(z.object({ id, version, personId: id, reason: z.string().trim().min(2).max(200) }))
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
