import type { Unit } from '@luoshi/contract/units'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type LockedUnit, lockTree, lockUnit } from './lock-unit.ts'
import { moveUnit } from './move-unit.ts'
import { unitRow } from './unit-rows.ts'

export type UnitChange = {
  readonly id: string
  readonly version: number
  readonly kind?: UnitKind | undefined
  readonly parentId?: string | undefined
  readonly name?: string | undefined
  readonly shortName?: string | null | undefined
  readonly aliases?: readonly string[] | undefined
}

export const changeUnit = async (context: Context, change: UnitChange): Promise<Unit> => {
  const { db, actor } = context
  await lockTree(context)
  const unit = await lockUnit(context, change.id)
  allow(actor, 'unit.manage', { tenantId: actor.tenantId, unitPath: unit.path })
  if (unit.version !== change.version) throw new Problem('version-stale')

  const moved = change.parentId !== undefined && change.parentId !== unit.parent_id
  if (moved) await moveUnit(context, unit, change.parentId)
  await db
    .updateTable('units')
    .set({
      kind: change.kind ?? unit.kind,
      name: change.name ?? unit.name,
      short_name: change.shortName === undefined ? unit.short_name : change.shortName,
      aliases: change.aliases === undefined ? unit.aliases : [...change.aliases],
      version: unit.version + 1,
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unit.id)
    .execute()
  const after = await unitRow(context, unit.id)
  await record(
    context,
    'unit.manage',
    { kind: 'unit', id: unit.id, name: after.name, unitPath: after.path },
    { what: moved ? 'moved' : 'changed', ...differences(unit, after) },
  )
  return after
}

const differences = (before: LockedUnit, after: Unit): object => ({
  ...(before.name !== after.name && { name: [before.name, after.name] }),
  ...(before.kind !== after.kind && { kind: [before.kind, after.kind] }),
  ...(before.parent_id !== after.parentId && { parentId: [before.parent_id, after.parentId] }),
})
