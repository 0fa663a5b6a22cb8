import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { categoryFor } from './category-for.ts'
import { lockCase } from './lock-case.ts'
import { stepOfCase } from './step-case.ts'
import { givenBack, givenTo, type UnitToMend } from './time-of-case.ts'
import { refuseAsker, takeTurn } from './turns.ts'

export type Assigning = {
  readonly id: string
  readonly version: number | null
  /** Null: to the unit that answers for the case's point. */
  readonly unitId: string | null
  readonly dueOn?: string | null
  readonly note?: string | undefined
}

/** Gives a case to the unit that is to mend it; its time runs from now, or goes on where the unit had it before. */
export const assignCase = async (
  context: Context,
  { id, version, unitId, dueOn = null, note }: Assigning,
): Promise<void> => {
  const { actor, clock } = context
  const seen = await seenCase(context, id)
  const unit = await unitToMend(context, unitId ?? seen.point_unit_id)
  allow(actor, 'case.assign', { tenantId: actor.tenantId, unitPath: unit.path })
  const row = await lockCase(context, id, 'case.assign', version)
  await refuseAsker(context, id)
  const turn = await takeTurn(context, row, unit.id)
  const given = turn
    ? givenBack(unit, turn, dueOn, clock.now())
    : await givenTo(context, unit, await categoryFor(context, seen.category_id), dueOn)
  const again = { submitted_by: null, submitted_at: null }
  await stepOfCase(
    context,
    { id, version, note, set: { ...given, ...again }, content: { unit: unit.name, unitId: unit.id } },
    { kind: 'assign', by: actor.personId, unitPath: unit.path },
  )
}

const seenCase = async ({ db, actor }: Context, id: string) => {
  const row = await db
    .selectFrom('cases as c')
    .leftJoin('points as p', join => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.point_id'))
    .where('c.tenant_id', '=', actor.tenantId)
    .where('c.id', '=', id)
    .select(['c.category_id', 'c.unit_path', 'c.office_path', 'c.tenant_id', 'p.unit_id as point_unit_id'])
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'case' })
  allow(actor, 'case.read', { tenantId: row.tenant_id, unitPath: row.unit_path, involvedPaths: [row.office_path] })
  return row
}

const unitToMend = async ({ db, actor }: Context, id: string | null): Promise<UnitToMend & { name: string }> => {
  const unit =
    id === null
      ? undefined
      : await db
          .selectFrom('units')
          .where('tenant_id', '=', actor.tenantId)
          .where('id', '=', id)
          .where('archived_at', 'is', null)
          .select(['id', 'path', 'kind', 'name'])
          .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  return unit
}
