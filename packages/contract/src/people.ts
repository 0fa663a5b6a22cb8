import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, page, pageOf, role, search, unitRef, version } from './shape.ts'

export const person = z.object({
  id,
  name: z.string(),
  account: z.string(),
  title: z.string().nullable(),
  /** Masked in lists (138****1234). */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  status: z.enum(['active', 'suspended']),
  memberships: z.array(z.object({ id, role, unit: unitRef, title: z.string().nullable() })),
  version,
  actions,
})
export type Person = z.infer<typeof person>

const words = {
  name: z.string().trim().min(1).max(40),
  title: z.string().trim().max(60).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+\- ]{5,20}$/)
    .nullable(),
  email: z.email().max(120).nullable(),
}
const seat = z.object({ unitId: id, role, title: z.string().trim().max(60).nullable().default(null) })

export const peopleContract = {
  list: oc
    .route({ method: 'GET', path: '/people', tags: ['people'], summary: 'People within reach' })
    .input(z.object({ q: search, unitId: id.optional(), role: role.optional(), ...page }))
    .output(pageOf(person)),
  create: oc
    .route({
      method: 'POST',
      path: '/people',
      tags: ['people'],
      summary: 'Add a person with a first password to be changed',
    })
    .input(
      z.object({
        name: words.name,
        account: z.string().trim().min(3).max(40),
        title: words.title.default(null),
        phone: words.phone.default(null),
        email: words.email.default(null),
        memberships: z.array(seat).min(1).max(20),
      }),
    )
    .output(z.object({ person, firstPassword: z.string() })),
  change: oc
    .route({ method: 'PATCH', path: '/people/{id}', tags: ['people'], summary: 'Change a person' })
    .input(
      z.object({
        id,
        version,
        name: words.name.optional(),
        title: words.title.optional(),
        phone: words.phone.optional(),
        email: words.email.optional(),
        status: z.enum(['active', 'suspended']).optional(),
      }),
    )
    .output(person),
  seat: oc
    .route({
      method: 'POST',
      path: '/people/{id}/memberships',
      tags: ['people'],
      summary: 'Give a person a role in a unit',
    })
    .input(z.object({ id, ...seat.shape }))
    .output(person),
  unseat: oc
    .route({
      method: 'DELETE',
      path: '/people/{id}/memberships/{membershipId}',
      tags: ['people'],
      summary: 'Take a role away; it is gone on the next request',
    })
    .input(z.object({ id, membershipId: id }))
    .output(person),
  resetPassword: oc
    .route({
      method: 'POST',
      path: '/people/{id}/password',
      tags: ['people'],
      summary: 'Give a person a new first password and end all sessions',
    })
    .input(z.object({ id }))
    .output(z.object({ firstPassword: z.string() })),
  erase: oc
    .route({
      method: 'DELETE',
      path: '/people/{id}',
      tags: ['people'],
      summary: 'Erase what is personal; the record keeps its shape',
    })
    .input(z.object({ id, version }))
    .output(done),
}
