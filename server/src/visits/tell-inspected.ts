import type { CaseState } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import { categoryFor } from '../cases/category-for.ts'
import { stepOfCase } from '../cases/step-case.ts'
import { givenTo } from '../cases/time-of-case.ts'
import type { Context, House } from '../context.ts'
import { handOverPhotos } from '../evidence/await-photos.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Job } from '../jobs/jobs.ts'

/**
 * A secret round is over: what it found goes to the units that answer for it, with its photos, and their time to mend it begins
 * now. Told twice, it is told once.
 */
export const tellInspected = (house: House, { tenantId, subjectId: roundId }: Job): Promise<void> =>
  asSystem(house, tenantId, async context => {
    if (roundId === undefined) return
    for (const found of await waitingCases(context, roundId)) await give(context, found)
    const { rows } = await sql<{ id: string; unit_id: string }>`
      select o.id, v.unit_id from visits v join observations o on o.tenant_id = v.tenant_id and o.visit_id = v.id
      where v.tenant_id = ${tenantId} and v.round_id = ${roundId} and o.photos <> '{}'`.execute(context.db)
    await handOverPhotos(context, rows)
  })

type Found = {
  readonly id: string
  readonly category_id: string
  readonly unit: { readonly id: string; readonly path: string; readonly kind: string; readonly name: string }
}

const waits: CaseState = 'found'

const waitingCases = async ({ db, actor }: Context, roundId: string): Promise<readonly Found[]> => {
  const { rows } = await sql<Found>`
    select c.id, c.category_id, jsonb_build_object('id', u.id, 'path', u.path::text, 'kind', u.kind, 'name', u.name) as unit
    from visits v
    join cases c on c.tenant_id = v.tenant_id and c.visit_id = v.id and c.state = ${waits}
    join units u on u.tenant_id = v.tenant_id and u.id = v.unit_id
    where v.tenant_id = ${actor.tenantId} and v.round_id = ${roundId} order by c.serial`.execute(db)
  return rows
}

const give = async (context: Context, { id, category_id, unit }: Found): Promise<void> => {
  const given = await givenTo(context, unit, await categoryFor(context, category_id))
  await stepOfCase(
    context,
    { id, version: null, set: given, content: { unit: unit.name, unitId: unit.id } },
    { kind: 'assign', by: context.actor.personId, unitPath: unit.path },
  )
}
