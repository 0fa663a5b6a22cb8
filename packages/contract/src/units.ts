import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, search, unitKind, version } from './shape.ts'

export const unit = z.object({
  id,
  parentId: id.nullable(),
  kind: unitKind,
  name: z.string(),
  shortName: z.string().nullable(),
  aliases: z.array(z.string()),
  path: z.string(),
  depth: z.int(),
  archived: z.boolean(),
  people: z.int(),
  version,
  actions,
})
export type Unit = z.infer<typeof unit>

const words = {
  name: z.string().trim().min(2).max(80),
  shortName: z.string().trim().max(30).nullable().default(null),
  aliases: z.array(z.string().trim().min(1).max(80)).max(30).default([]),
}

export const unitsContract = {
  /** The whole tree within the caller's reach, parents before children; never cut. */
  list: oc
    .route({ method: 'GET', path: '/units', tags: ['units'], summary: 'Units within reach' })
    .input(z.object({ q: search, kind: unitKind.optional(), archived: z.boolean().default(false) }))
    .output(z.array(unit)),
  create: oc
    .route({ method: 'POST', path: '/units', tags: ['units'], summary: 'Add a unit' })
    .input(z.object({ id: id.optional(), parentId: id, kind: unitKind, ...words }))
    .output(unit),
  change: oc
    .route({ method: 'PATCH', path: '/units/{id}', tags: ['units'], summary: 'Change or move a unit' })
    .input(
      z.object({
        id,
        version,
        kind: unitKind.optional(),
        parentId: id.optional(),
        name: words.name.optional(),
        shortName: z.string().trim().max(30).nullable().optional(),
        aliases: z.array(z.string().trim().min(1).max(80)).max(30).optional(),
      }),
    )
    .output(unit),
  archive: oc
    .route({
      method: 'POST',
      path: '/units/{id}/archive',
      tags: ['units'],
      summary: 'Close a unit that has no open work',
    })
    .input(z.object({ id, version }))
    .output(done),
}
