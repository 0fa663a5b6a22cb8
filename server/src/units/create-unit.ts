import type { Unit } from '@luoshi/contract/units'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockTree, lockUnit } from './lock-unit.ts'
import { pathLabel } from './path-label.ts'
import { unitRow } from './unit-rows.ts'

export type NewUnit = {
  readonly id?: string | undefined
  readonly parentId: string
  readonly kind: UnitKind
  readonly name: string
  readonly shortName: string | null
  readonly aliases: readonly string[]
}

/** Sent twice with the same id, it adds the unit once. */
export const createUnit = async (context: Context, wanted: NewUnit): Promise<Unit> => {
  const { db, actor, ids } = context
  await lockTree(context)
  const parent = await lockUnit(context, wanted.parentId)
  allow(actor, 'unit.manage', { tenantId: actor.tenantId, unitPath: parent.path })
  if (parent.archived_at !== null) throw new Problem('state-forbids')

  const id = wanted.id ?? ids.next()
  const path = `${parent.path}.${pathLabel(id)}`
  const { numInsertedOrUpdatedRows: added } = await db
    .insertInto('units')
    .values({
      tenant_id: actor.tenantId,
      id,
      parent_id: parent.id,
      path,
      kind: wanted.kind,
      name: wanted.name,
      short_name: wanted.shortName,
      aliases: [...wanted.aliases],
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirst()
  const unit = await unitRow(context, id)
  if (added === 0n && (unit.parentId !== parent.id || unit.name !== wanted.name)) throw new Problem('already-exists')
  if (added !== 0n)
    await record(context, 'unit.manage', { kind: 'unit', id, name: wanted.name, unitPath: path }, { what: 'created' })
  return unit
}
