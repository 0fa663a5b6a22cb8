import { oc } from '@orpc/contract'
import * as z from 'zod'
import { position } from './points.ts'
import { roundKind } from './rounds.ts'
import { actions, day, id, instant, page, pageOf, personRef, unitRef } from './shape.ts'
import { criterion, grade } from './standards.ts'

/**
 * What a phone writes while nobody hears it. Every entry has an id made on the phone and may be sent any number of times, in any
 * order, from any of a person's devices. The rules are in `packages/sync/SPEC.md`.
 */
const entryHead = {
  id,
  deviceId: id,
  /** By the phone's own clock. Every other moment in an entry is by that clock set right with what the phone knew of its error. */
  writtenAt: instant,
}

/**
 * Orders what several devices of one person say of one thing: time by the phone's corrected clock, then a counter, then the device.
 * Compared as text.
 */
export const stamp = z.string().regex(/^\d{15}-\d{6}-[0-9a-f-]{36}$/)

export const observationWritten = z.object({
  criterionId: id,
  grade,
  exception: z.string().max(300).nullable(),
  note: z.string().max(2000),
  seenAt: instant,
  stamp,
  /** Evidence ids made on the phone; the pictures travel apart. Those of several devices come together. */
  photos: z.array(id).max(40),
  /** Photos taken back: once named here, a photo does not come again. */
  photosDropped: z.array(id).max(80).default([]),
})
export type ObservationWritten = z.infer<typeof observationWritten>

/** A visit as far as it has come. Later ones of the same visit add to it and never take anything away that was seen later. */
export const visitWritten = z.object({
  ...entryHead,
  kind: z.literal('visit'),
  visit: z.object({
    /** Where there is a round, made from round, point and person (`rules/derived-id`). */
    id,
    roundId: id.nullable(),
    pointId: id,
    versionId: id,
    startedAt: instant,
    finishedAt: instant.nullable(),
    note: z.string().max(4000),
    noteStamp: stamp,
    observations: z.array(observationWritten).max(400),
  }),
})

/** 随手拍: something wrong, seen in passing. */
export const findingWritten = z.object({
  ...entryHead,
  kind: z.literal('finding'),
  finding: z.object({
    id,
    text: z.string().trim().min(1).max(2000),
    categoryId: id.nullable(),
    severity: z.enum(['minor', 'ordinary', 'serious']).nullable(),
    pointId: id.nullable(),
    place: z.string().trim().max(200),
    /** Only when the finder puts it on the map by hand or asks the phone once. */
    position: position.nullable(),
    unitId: id.nullable(),
    foundAt: instant,
    photos: z.array(id).max(9),
  }),
})

/** Recurring work that was done. */
export const occurrenceWritten = z.object({
  ...entryHead,
  kind: z.literal('occurrence'),
  occurrence: z.object({ id, note: z.string().max(2000), doneAt: instant, photos: z.array(id).max(9) }),
})

/** What the unit has mended, or what the rechecker saw. */
export const caseStepWritten = z.object({
  ...entryHead,
  kind: z.literal('case-step'),
  step: z.object({
    caseId: id,
    step: z.enum(['accept', 'start', 'submit', 'recheck']),
    passed: z.boolean().nullable(),
    note: z.string().max(2000),
    doneAt: instant,
    /** For a recheck: which submission lay before who looked, by the moment that was carried. */
    saw: instant.optional(),
    photos: z.array(id).max(9),
  }),
})

export const entryWritten = z.discriminatedUnion('kind', [
  visitWritten,
  findingWritten,
  occurrenceWritten,
  caseStepWritten,
])
export type EntryWritten = z.infer<typeof entryWritten>
export type VisitWritten = Extract<EntryWritten, { kind: 'visit' }>

/** `kept`: it could not be taken as it is; it stays on record, whole, with the reason, and somebody will look. Nothing is dropped. */
export const receipt = z.object({
  id,
  outcome: z.enum(['accepted', 'already', 'kept']),
  problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
})
export type Receipt = z.infer<typeof receipt>

export const keptEntry = z.object({
  id,
  kind: z.string(),
  person: personRef,
  writtenAt: instant,
  receivedAt: instant,
  problem: receipt.shape.problem,
  content: z.unknown(),
  actions,
})
export type KeptEntry = z.infer<typeof keptEntry>

const carriedPoint = z.object({
  id,
  name: z.string(),
  pointType: z.string(),
  unit: unitRef,
  address: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  position: position.nullable(),
  code: z.string(),
  /** What was seen last, by criterion, for "as last time". */
  last: z.array(z.object({ criterionId: id, grade, note: z.string(), seenAt: instant })),
  openCases: z.array(z.object({ id, title: z.string(), criterionId: id.nullable(), dueAt: instant.nullable() })),
})
export type CarriedPoint = z.infer<typeof carriedPoint>

export const carried = z.object({
  /** The server's clock, to tell the phone's error by. */
  now: instant,
  person: personRef,
  units: z.array(unitRef),
  rounds: z.array(
    z.object({
      id,
      title: z.string(),
      kind: roundKind,
      startsOn: day,
      endsOn: day,
      points: z.array(
        z.object({
          pointId: id,
          versionId: id,
          visitId: id,
          /** How many there are to look at. */
          criteria: z.int(),
          /** When the visit was finished; null also where it is finished and not whole: it is to be gone on with. */
          finishedAt: instant.nullable(),
        }),
      ),
    }),
  ),
  /** The points of the rounds, and those of the caller's own units for patrols. */
  points: z.array(carriedPoint),
  standards: z.array(
    z.object({
      versionId: id,
      standardId: id,
      title: z.string(),
      pointType: z.string(),
      number: z.int(),
      content: z.array(criterion),
    }),
  ),
  categories: z.array(z.object({ id, code: z.string(), section: z.string(), name: z.string() })),
  /** The visits of the caller that are not finished, or finished lately: a phone set up anew goes on where the old one stopped. */
  visits: z.array(visitWritten.shape.visit),
  occurrences: z.array(
    z.object({
      id,
      text: z.string(),
      programme: z.string(),
      unit: unitRef,
      period: z.string(),
      dueAt: instant,
      state: z.string(),
      version: z.int(),
    }),
  ),
  cases: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      text: z.string(),
      place: z.string(),
      pointId: id.nullable(),
      unit: unitRef,
      state: z.string(),
      dueAt: instant.nullable(),
      /** `mend` for the unit, `recheck` for who looks again. */
      next: z.enum(['mend', 'recheck']),
      /** When what is to be looked at again was submitted. */
      submittedAt: instant.nullable(),
      photos: z.array(z.object({ id, thumbnailUrl: z.string() })),
    }),
  ),
  /** How many more of each there are than a phone carries: those of one's own points, what is due last, visits of the longest ago. */
  left: z.object({ points: z.int(), visits: z.int(), occurrences: z.int(), mend: z.int(), recheck: z.int() }),
})
export type Carried = z.infer<typeof carried>

export const fieldContract = {
  carry: oc
    .route({
      method: 'GET',
      path: '/field/carried',
      tags: ['field'],
      summary: 'All that a phone needs to work for days without a signal',
    })
    .input(z.object({}))
    .output(carried),
  deliver: oc
    .route({
      method: 'POST',
      path: '/field/deliveries',
      tags: ['field'],
      summary:
        'What a phone wrote; each entry is answered for itself, and one that meets a Problem is kept, not refused',
    })
    .input(
      z.object({
        /** How far the phone's clock is ahead of the server's, as it knows. Moments inside the entries are corrected already. */
        clockErrorMs: z.number().min(-1e13).max(1e13),
        /** Whose entries they are: nobody delivers another's, though the phone be shared. */
        personId: id.optional(),
        entries: z.array(entryWritten).min(1).max(100),
      }),
    )
    .output(z.object({ now: instant, receipts: z.array(receipt) })),
  kept: oc
    .route({
      method: 'GET',
      path: '/field/kept',
      tags: ['field'],
      summary: 'What came from phones and could not be taken, with the reason',
    })
    .input(z.object({ mine: z.boolean().optional(), ...page }))
    .output(pageOf(keptEntry)),
  settle: oc
    .route({
      method: 'POST',
      path: '/field/kept/{id}/settle',
      tags: ['field'],
      summary: 'Take it after all, or put it aside with a note',
    })
    .input(z.object({ id, how: z.enum(['retry', 'aside']), note: z.string().trim().max(500) }))
    .output(receipt),
}
