import { operations } from '../http/operations.ts'
import { archiveUnit } from './archive-unit.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit } from './create-unit.ts'
import { listUnits } from './list-units.ts'

export const unitsRoutes = {
  list: operations.units.list.handler(({ context, input }) => listUnits(context, input)),
  create: operations.units.create.handler(({ context, input }) => createUnit(context, input)),
  change: operations.units.change.handler(({ context, input }) => changeUnit(context, input)),
  archive: operations.units.archive.handler(async ({ context, input }) => {
    await archiveUnit(context, input.id, input.version)
    return { ok: true as const }
  }),
}
