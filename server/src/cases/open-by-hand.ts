import type { contract } from '@luoshi/contract/contract'
import { isWithin } from '@luoshi/rules/unit-path'
import type { InferContractRouterInputs } from '@orpc/contract'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { openCase } from './open-case.ts'

type Wanted = InferContractRouterInputs<typeof contract>['cases']['open']

/** Opens a case from a call, the media, a walk. Whoever opens it reaches the unit it is about; the office that runs it stands over that. */
export const openByHand = async (context: Context, wanted: Wanted): Promise<string> => {
  const { actor, ids, clock } = context
  const { tenantId } = actor
  const office = await pathOf(context, 'units', wanted.officeId)
  const unit = wanted.unitId == null ? null : await pathOf(context, 'units', wanted.unitId)
  const point = wanted.pointId == null ? null : await pathOf(context, 'points', wanted.pointId)
  for (const unitPath of [unit, point]) if (unitPath !== null) allow(actor, 'case.open', { tenantId, unitPath })
  const about = unit ?? point
  if (about === null) allow(actor, 'case.open', { tenantId, unitPath: office })
  else if (!isWithin(about, office)) throw new Problem('not-found', { noun: 'unit' })
  if (wanted.programmeId != null) await findProgramme(context, wanted.programmeId, 'programme.read')
  const { id } = await openCase(context, {
    id: wanted.id ?? ids.next(),
    origin: wanted.origin,
    title: wanted.title,
    text: wanted.text ?? '',
    categoryId: wanted.categoryId,
    severity: wanted.severity ?? null,
    programmeId: wanted.programmeId ?? null,
    pointId: wanted.pointId ?? null,
    place: wanted.place ?? '',
    position: wanted.position ?? null,
    officeId: wanted.officeId,
    unitId: wanted.unitId ?? null,
    foundAt: clock.now(),
    foundBy: actor.personId,
    evidenceIds: wanted.evidenceIds ?? [],
  })
  return id
}

const pathOf = async ({ db, actor }: Context, table: 'units' | 'points', id: string): Promise<string> => {
  const row =
    table === 'units'
      ? await db
          .selectFrom('units')
          .where('tenant_id', '=', actor.tenantId)
          .where('id', '=', id)
          .select('path')
          .executeTakeFirst()
      : await db
          .selectFrom('points')
          .where('tenant_id', '=', actor.tenantId)
          .where('id', '=', id)
          .select('unit_path as path')
          .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: table === 'units' ? 'unit' : 'point' })
  return row.path
}
