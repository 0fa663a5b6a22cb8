import type { contract } from '@luoshi/contract/contract'
import type { Action } from '@luoshi/rules/action'
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { sql } from 'kysely'
import { allow, scopeFor } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { pathArray } from '../db/ltree.ts'
import { Problem } from '../problem.ts'
import { unitRefs } from '../units/unit-refs.ts'

type Saved = InferContractRouterInputs<typeof contract>['cases']['saveTemplate']
type Page = InferContractRouterOutputs<typeof contract>['cases']['templates']

export type TemplateFilter = {
  readonly unitId?: string | undefined
  readonly step?: Saved['step'] | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Words of the units within reach, and of the offices above them, by name. */
export const listTemplates = async (
  context: Context,
  { unitId, step, cursor, limit }: TemplateFilter,
): Promise<Page> => {
  const { db, actor } = context
  const after = readCursor(cursor, 2)
  const scope = pathArray(scopeFor(actor, 'case.read'))
  const within = db
    .selectFrom('answer_templates')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`(unit_path <@ any(${scope}) or unit_path @> any(${scope}))`)
    .$if(unitId !== undefined, query => query.where('unit_id', '=', unitId ?? ''))
    .$if(step !== undefined, query => query.where('step', '=', step ?? ''))
  const found = await within
    .$if(after !== null, query => query.where(sql<boolean>`(name, id) > (${after?.[0]}, ${after?.[1]}::uuid)`))
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .selectAll()
    .execute()
  const { total } = await within.select(eb => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const { rows, next } = pageFrom(found, limit, ({ name, id }) => [name, id])
  const units = await unitRefs(
    context,
    rows.map(({ unit_id }) => unit_id),
  )
  const items = rows.flatMap(({ id, unit_id, step, name, text }) => {
    const unit = units.get(unit_id)
    return unit ? [{ id, unit, step, name, text }] : []
  })
  return { items, next, total: Number(total) }
}

export const saveTemplate = async (context: Context, { id, unitId, step, name, text }: Saved): Promise<void> => {
  const { db, actor } = context
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unitId)
    .select('path')
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  const action = keepingOf(step)
  allow(actor, action, { tenantId: actor.tenantId, unitPath: unit.path })
  const before = await findTemplate(context, id)
  if (before) allow(actor, keepingOf(before.step), { tenantId: actor.tenantId, unitPath: before.unit_path })
  const columns = { unit_id: unitId, unit_path: unit.path, step, name, text }
  await db
    .insertInto('answer_templates')
    .values({ tenant_id: actor.tenantId, id, ...columns })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doUpdateSet(columns))
    .execute()
  await record(context, action, { kind: 'template', id, name, unitPath: unit.path }, { event: 'template', step })
}

export const dropTemplate = async (context: Context, id: string): Promise<void> => {
  const { db, actor } = context
  const before = await findTemplate(context, id)
  if (!before) throw new Problem('not-found', { noun: 'template' })
  const action = keepingOf(before.step)
  const about = { tenantId: actor.tenantId, unitPath: before.unit_path }
  if (!scopeFor(actor, 'case.read').some(path => before.unit_path === path || before.unit_path.startsWith(`${path}.`)))
    throw new Problem('not-found', { noun: 'template' })
  allow(actor, action, about)
  await db.deleteFrom('answer_templates').where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute()
  const subject = { kind: 'template', id, name: before.name, unitPath: before.unit_path }
  await record(context, action, subject, { event: 'template-dropped' })
}

/** Who takes the step keeps the words for it. */
const keepingOf = (step: string): Action => (step === 'submit' || step === 'refuse' ? 'case.submit' : 'case.assign')

const findTemplate = ({ db, actor }: Context, id: string) =>
  db
    .selectFrom('answer_templates')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['name', 'step', 'unit_path'])
    .executeTakeFirst()
