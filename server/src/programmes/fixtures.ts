import { budgetTotal } from '@luoshi/rules/budget-total'
import { can } from '@luoshi/rules/permissions'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { findProgramme, programmeSubject } from './find-programme.ts'

type Ctx = Pick<Context, 'db' | 'actor'>

/** Where an item stands in its document. */
export const spanOf = ({ span_start: start, span_end: end }: { span_start: number | null; span_end: number | null }) =>
  start === null || end === null ? null : { start, end }

export const phasesOf = async ({ db, actor }: Ctx, programmeId: string) => {
  const rows = await db
    .selectFrom('phases as f')
    .leftJoin('plan_items as i', join => join.onRef('i.tenant_id', '=', 'f.tenant_id').onRef('i.id', '=', 'f.item_id'))
    .where('f.tenant_id', '=', actor.tenantId)
    .where('f.programme_id', '=', programmeId)
    .orderBy('f.starts_on')
    .orderBy('f.ordinal')
    .select(['f.id', 'f.name', 'f.starts_on', 'f.ends_on', 'i.span_start', 'i.span_end'])
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    span: spanOf(row),
  }))
}

export const milestonesOf = async ({ db, actor }: Ctx, programmeId: string, countdownId: string | null) => {
  const rows = await db
    .selectFrom('milestones as m')
    .leftJoin('plan_items as i', join => join.onRef('i.tenant_id', '=', 'm.tenant_id').onRef('i.id', '=', 'm.item_id'))
    .where('m.tenant_id', '=', actor.tenantId)
    .where('m.programme_id', '=', programmeId)
    .where('m.withdrawn_at', 'is', null)
    .orderBy('m.on_day')
    .orderBy('m.ordinal')
    .select(['m.id', 'm.text', 'm.on_day', 'i.span_start', 'i.span_end'])
    .execute()
  return rows.map(row => ({
    id: row.id,
    text: row.text,
    on: row.on_day,
    countdown: row.id === countdownId,
    span: spanOf(row),
  }))
}

type Member = { readonly name: string; readonly unitId: string | null }
type GroupKind = 'leading' | 'office' | 'working'

/** The bodies the plan sets up, the leading one first. */
export const listGroups = async (context: Context, programmeId: string) => {
  await findProgramme(context, programmeId, 'programme.read')
  const rows = await context.db
    .selectFrom('groups as g')
    .leftJoin('plan_items as i', join => join.onRef('i.tenant_id', '=', 'g.tenant_id').onRef('i.id', '=', 'g.item_id'))
    .where('g.tenant_id', '=', context.actor.tenantId)
    .where('g.programme_id', '=', programmeId)
    .orderBy('g.ordinal')
    .selectAll('g')
    .select(['i.span_start', 'i.span_end'])
    .execute()
  const members = rows.map(row => row.members as readonly Member[]) // as publishing wrote them
  const units = await unitRefs(
    context,
    members.flat().flatMap(({ unitId }) => unitId ?? []),
  )
  return rows.map((row, index) => ({
    id: row.id,
    kind: row.kind as GroupKind, // checked by the table
    name: row.name,
    leaders: row.leaders,
    deputies: row.deputies,
    members: (members[index] ?? []).map(({ name, unitId }) => ({ name, unit: units.get(unitId ?? '') ?? null })),
    location: row.location,
    duties: row.duties,
    span: spanOf(row),
  }))
}

export const getBudget = async (context: Context, programmeId: string) => {
  const programme = await findProgramme(context, programmeId, 'programme.read')
  // Whoever sees the programme knows that it has money; what, is for those who answer for it.
  if (!can(context.actor, 'budget.read', programmeSubject(programme)))
    throw new Problem('not-allowed', { action: 'budget.read' })
  const rows = await context.db
    .selectFrom('budget_lines as b')
    .leftJoin('plan_items as i', join => join.onRef('i.tenant_id', '=', 'b.tenant_id').onRef('i.id', '=', 'b.item_id'))
    .where('b.tenant_id', '=', context.actor.tenantId)
    .where('b.programme_id', '=', programmeId)
    .where('b.withdrawn_at', 'is', null)
    .orderBy('b.ordinal')
    .select(['b.id', 'b.item', 'b.fen', 'i.span_start', 'i.span_end'])
    .execute()
  return {
    lines: rows.map(row => ({ id: row.id, item: row.item, fen: row.fen, span: spanOf(row) })),
    totalFen: budgetTotal(rows),
  }
}

/** The versions of the plan that were put to work, the newest first. */
export const listDocuments = async (context: Context, programmeId: string) => {
  await findProgramme(context, programmeId, 'programme.read')
  const rows = await context.db
    .selectFrom('plans as p')
    .innerJoin('plan_versions as v', join =>
      join.onRef('v.tenant_id', '=', 'p.tenant_id').onRef('v.plan_id', '=', 'p.id'),
    )
    .leftJoin('people as w', join => join.onRef('w.tenant_id', '=', 'v.tenant_id').onRef('w.id', '=', 'v.published_by'))
    .where('p.tenant_id', '=', context.actor.tenantId)
    .where('p.programme_id', '=', programmeId)
    .orderBy('v.number', 'desc')
    .select(['p.title', 'w.name as person_name'])
    .selectAll('v')
    .execute()
  return rows.map(row => ({
    planId: row.plan_id,
    versionId: row.id,
    number: row.number,
    title: row.title,
    sourceName: row.source_name,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by && row.person_name ? { id: row.published_by, name: row.person_name } : null,
    text: row.text,
    span: { start: row.span_start, end: row.span_end },
  }))
}
