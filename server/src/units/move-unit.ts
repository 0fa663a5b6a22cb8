import { isWithin } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type LockedUnit, lockUnit } from './lock-unit.ts'
import { pathLabel } from './path-label.ts'

/** Tables whose rows carry the path of their unit beside its id, so that lists need no join. */
export const tablesWithUnitPath = [
  'plans',
  'programmes',
  'assignments',
  'occurrences',
  'evidence',
  'standards',
  'points',
  'rounds',
  'visits',
  'cases',
  'rectification_notices',
  'answer_templates',
] as const

/** Those that keep the path without the unit: where their writer works. */
export const tablesWithPathAlone = ['deliveries'] as const

/** Those that name a second unit, the office that runs it. */
const tablesWithOfficePath = ['cases', 'rectification_notices'] as const

/** Those that name the units they bind by their paths alone. */
const tablesWithInvolvedPaths = ['programmes', 'rounds'] as const

/** Puts a unit with everything under it beneath another. The audit keeps the paths of its time. */
export const moveUnit = async (context: Context, unit: LockedUnit, parentId: string): Promise<void> => {
  const { db, actor } = context
  const parent = await lockUnit(context, parentId)
  allow(actor, 'unit.manage', { tenantId: actor.tenantId, unitPath: parent.path })
  if (unit.parent_id === null || isWithin(parent.path, unit.path)) throw new Problem('unit-would-cycle')
  if (parent.archived_at !== null) throw new Problem('state-forbids')

  const path = `${parent.path}.${pathLabel(unit.id)}`
  await sql`
    update units set
      parent_id = case when id = ${unit.id} then ${parent.id} else parent_id end,
      path = case when id = ${unit.id} then ${path}::ltree else ${path}::ltree || subpath(path, nlevel(${unit.path}::ltree)) end
    where tenant_id = ${actor.tenantId} and path <@ ${unit.path}::ltree`.execute(db)
  for (const table of tablesWithUnitPath)
    await sql`
      update ${sql.table(table)} t set unit_path = u.path from units u
      where t.tenant_id = ${actor.tenantId} and u.tenant_id = ${actor.tenantId} and t.unit_id = u.id
        and u.path <@ ${path}::ltree`.execute(db)
  for (const table of tablesWithPathAlone)
    await sql`
      update ${sql.table(table)} set unit_path = case when unit_path = ${unit.path}::ltree then ${path}::ltree
        else ${path}::ltree || subpath(unit_path, nlevel(${unit.path}::ltree)) end
      where tenant_id = ${actor.tenantId} and unit_path <@ ${unit.path}::ltree`.execute(db)
  for (const table of tablesWithOfficePath)
    await sql`
      update ${sql.table(table)} t set office_path = u.path from units u
      where t.tenant_id = ${actor.tenantId} and u.tenant_id = ${actor.tenantId} and t.office_id = u.id
        and u.path <@ ${path}::ltree`.execute(db)
  for (const table of tablesWithInvolvedPaths)
    await sql`
      update ${sql.table(table)} set involved_paths = array(
        select case
          when one = ${unit.path}::ltree then ${path}::ltree
          when one <@ ${unit.path}::ltree then ${path}::ltree || subpath(one, nlevel(${unit.path}::ltree))
          else one end
        from unnest(involved_paths) with ordinality as p (one, place) order by place)
      where tenant_id = ${actor.tenantId} and ${unit.path}::ltree @> involved_paths`.execute(db)
}
