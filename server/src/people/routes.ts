import { operations } from '../http/operations.ts'
import { changePerson } from './change-person.ts'
import { createPerson } from './create-person.ts'
import { erasePerson } from './erase-person.ts'
import { listPeople } from './list-people.ts'
import { resetPassword } from './reset-password.ts'
import { seatPerson, unseatPerson } from './seat-person.ts'

export const peopleRoutes = {
  list: operations.people.list.handler(({ context, input }) => listPeople(context, input)),
  create: operations.people.create.handler(({ context, input }) => createPerson(context, input)),
  change: operations.people.change.handler(({ context, input }) => changePerson(context, input)),
  seat: operations.people.seat.handler(({ context, input }) => seatPerson(context, input)),
  unseat: operations.people.unseat.handler(({ context, input }) => unseatPerson(context, input.id, input.membershipId)),
  resetPassword: operations.people.resetPassword.handler(({ context, input }) => resetPassword(context, input.id)),
  erase: operations.people.erase.handler(async ({ context, input }) => {
    await erasePerson(context, input.id, input.version)
    return { ok: true as const }
  }),
}
