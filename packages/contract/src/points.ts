import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, instant, page, pageOf, search, unitRef, version } from './shape.ts'

/** WGS 84. */
export const position = z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })

/** How a point stands by its last visit and its open cases; `unseen` where nobody has been. */
export const pointStatus = z.enum(['good', 'open', 'late', 'unseen'])

export const pointRow = z.object({
  id,
  pointType: z.string(),
  name: z.string(),
  unit: unitRef,
  address: z.string(),
  /** Masked in lists. */
  contactName: z.string(),
  contactPhone: z.string(),
  position: position.nullable(),
  code: z.string(),
  status: pointStatus,
  openCases: z.int(),
  lastVisit: z.object({ id, at: instant, score: z.number().nullable(), fails: z.int() }).nullable(),
  archivedAt: instant.nullable(),
  version,
  actions,
})
export type PointRow = z.infer<typeof pointRow>

export const pointDetail = pointRow.extend({
  note: z.string(),
  standard: z.object({ id, title: z.string(), number: z.int() }).nullable(),
  visits: z.array(
    z.object({
      id,
      at: instant,
      who: z.string(),
      score: z.number().nullable(),
      fails: z.int(),
      finishedAt: instant.nullable(),
      /** As with a visit: what it lacks to be whole, and photos. */
      lacking: z.int(),
      photosLacking: z.int(),
      round: z.string().nullable(),
    }),
  ),
  cases: z.array(z.object({ id, number: z.string(), title: z.string(), state: z.string(), dueAt: instant.nullable() })),
})
export type PointDetail = z.infer<typeof pointDetail>

const written = {
  pointType: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  unitId: id,
  address: z.string().trim().max(200).default(''),
  contactName: z.string().trim().max(40).default(''),
  contactPhone: z.string().trim().max(30).default(''),
  position: position.nullable().default(null),
  note: z.string().trim().max(500).default(''),
}

const filter = {
  q: search,
  unitId: id.optional(),
  pointType: z.string().max(60).optional(),
  status: pointStatus.optional(),
  archived: z.boolean().default(false),
}

export const pointsContract = {
  list: oc
    .route({ method: 'GET', path: '/points', tags: ['points'], summary: 'Points within reach, by name' })
    .input(z.object({ ...filter, ...page }))
    .output(pageOf(pointRow)),
  map: oc
    .route({ method: 'GET', path: '/points/map', tags: ['points'], summary: 'Points on the map, small' })
    .input(z.object(filter))
    .output(
      z.object({
        points: z.array(z.object({ id, name: z.string(), pointType: z.string(), status: pointStatus, position })),
        /** The units that answer for them, each in the middle of its points: names that tell where one is looking. */
        units: z.array(z.object({ id, name: z.string(), points: z.int(), position })),
        /** Points that are on no map yet. */
        unplaced: z.int(),
        /** Points with a place beyond the ten thousand that are answered; those that need somebody come first. */
        notDrawn: z.int(),
        /** Where pictures of the ground come from, where the house has such a place. */
        tiles: z.object({ url: z.string(), attribution: z.string() }).nullable(),
      }),
    ),
  types: oc
    .route({
      method: 'GET',
      path: '/point-types',
      tags: ['points'],
      summary: 'Types of point in use, with their counts',
    })
    .input(z.object({}))
    .output(z.array(z.object({ pointType: z.string(), points: z.int(), standardId: id.nullable() }))),
  get: oc
    .route({
      method: 'GET',
      path: '/points/{id}',
      tags: ['points'],
      summary: 'One point, what was seen and what is open',
    })
    .input(z.object({ id }))
    .output(pointDetail),
  byCode: oc
    .route({ method: 'GET', path: '/points/by-code/{code}', tags: ['points'], summary: 'The point a label belongs to' })
    .input(z.object({ code: z.string().max(40) }))
    .output(z.object({ id })),
  create: oc
    .route({ method: 'POST', path: '/points', tags: ['points'], summary: 'Add a point' })
    .input(z.object({ id: id.optional(), ...written }))
    .output(pointDetail),
  change: oc
    .route({ method: 'PUT', path: '/points/{id}', tags: ['points'], summary: 'Change a point' })
    .input(z.object({ id, version, ...written }))
    .output(pointDetail),
  preview: oc
    .route({
      method: 'POST',
      path: '/points/import',
      tags: ['points'],
      summary: 'Say what a spreadsheet of points would do, errors by cell; writes nothing',
    })
    .input(z.object({ file: z.file().max(20_000_000) }))
    .output(
      z.object({
        added: z.int(),
        changed: z.int(),
        same: z.int(),
        errors: z.array(z.object({ sheet: z.string(), cell: z.string(), value: z.string(), message: z.string() })),
        rows: z.array(
          z.object({ row: z.int(), what: z.enum(['added', 'changed', 'same', 'wrong']), text: z.string() }),
        ),
        /** Of what would be done; given back with the file, so that it is done or refused and nothing else. */
        digest: z.string(),
      }),
    ),
  apply: oc
    .route({
      method: 'POST',
      path: '/points/import/apply',
      tags: ['points'],
      summary: 'Take the spreadsheet as previewed',
    })
    .input(z.object({ file: z.file().max(20_000_000), digest: z.string().max(100) }))
    .output(z.object({ added: z.int(), changed: z.int() })),
  archive: oc
    .route({ method: 'POST', path: '/points/{id}/archive', tags: ['points'], summary: 'No longer inspected' })
    .input(z.object({ id, version }))
    .output(done),
}
