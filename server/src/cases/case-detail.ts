import type { CaseDetail } from '@luoshi/contract/cases'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { extensionShown } from '../extensions/extension-shown.ts'
import { Problem } from '../problem.ts'
import { eventsOfCase } from './case-events.ts'
import { filesOfCase } from './case-files.ts'
import { caseShown, type NamedCase, readCases } from './case-rows.ts'
import { likenessesOf } from './likenesses.ts'
import { caseSubject } from './lock-case.ts'
import { caseNumber, noticeNumber } from './serials.ts'

/** One case with its life, for who may read it: who has it, the office that runs it, and who found it. */
export const getCase = async (context: Context, id: string): Promise<CaseDetail> => {
  const { actor } = context
  const row = await caseRow(context, id)
  if (row.found_by !== actor.personId) allow(actor, 'case.read', caseSubject(row, 'case.read'))
  return detailOf(context, row)
}

/** The same after a step that was allowed: whoever gave a case back sees it this once. */
export const caseAfter = async (context: Context, id: string): Promise<CaseDetail> =>
  detailOf(context, await caseRow(context, id))

const caseRow = async (context: Context, id: string): Promise<NamedCase> => {
  const [row] = await readCases(context, [id])
  if (!row) throw new Problem('not-found', { noun: 'case' })
  return row
}

const detailOf = async (context: Context, row: NamedCase): Promise<CaseDetail> => {
  const events = await eventsOfCase(context, row.id)
  const files = await filesOfCase(context, row, events)
  const people = await peopleOf(context, [row.found_by, row.submitted_by])
  return {
    ...caseShown(row, context),
    text: row.text,
    closingCondition: row.closing_condition,
    criterion: await criterionOf(context, row),
    visitId: row.visit_id,
    pointUnit: row.point_unit_id,
    foundBy: people.get(row.found_by ?? '') ?? null,
    assignedAt: row.assigned_at?.toISOString() ?? null,
    submittedBy: people.get(row.submitted_by ?? '') ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    ...(await kinOf(context, row)),
    events: [...events],
    extensions: await extensionsOf(context, row.id),
    ...files,
    ...(await likenessesOf(context, row, files.after)),
    notices: await noticesOf(context, row.id),
  }
}

type Person = { readonly id: string; readonly name: string }

const peopleOf = async (
  { db, actor }: Context,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Person>> => {
  const wanted = ids.filter(id => id !== null)
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('people')
          .where('tenant_id', '=', actor.tenantId)
          .where('id', 'in', wanted)
          .select(['id', 'name'])
          .execute()
  return new Map(rows.map(row => [row.id, row]))
}

const criterionOf = async ({ db, actor }: Context, row: NamedCase): Promise<CaseDetail['criterion']> => {
  if (row.criterion_id === null) return null
  const { rows } = await sql<NonNullable<CaseDetail['criterion']>>`
    select c.id, c.text, v.standard_id as "standardId", c.ordinal as number from criteria c
    join standard_versions v on v.tenant_id = c.tenant_id and v.id = c.version_id
    where c.tenant_id = ${actor.tenantId} and c.id = ${row.criterion_id} order by v.number desc limit 1`.execute(db)
  return rows[0] ?? null
}

const kinOf = async ({ db, actor }: Context, row: NamedCase): Promise<Pick<CaseDetail, 'merged' | 'mergedInto'>> => {
  const kin = await db
    .selectFrom('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where(eb => eb.or([eb('merged_into', '=', row.id), ...(row.merged_into ? [eb('id', '=', row.merged_into)] : [])]))
    .orderBy('serial')
    .select(['id', 'year', 'serial', 'title'])
    .execute()
  const shown = kin.map(({ id, year, serial, title }) => ({ id, number: caseNumber(year, serial), title }))
  const into = shown.find(({ id }) => id === row.merged_into)
  return {
    merged: shown.filter(one => one !== into),
    mergedInto: into ? { id: into.id, number: into.number } : null,
  }
}

const extensionsOf = async ({ db, actor }: Context, id: string): Promise<CaseDetail['extensions']> => {
  const rows = await db
    .selectFrom('case_extensions as e')
    .innerJoin('people as a', join => join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.asked_by'))
    .leftJoin('people as d', join => join.onRef('d.tenant_id', '=', 'e.tenant_id').onRef('d.id', '=', 'e.decided_by'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.case_id', '=', id)
    .orderBy('e.asked_at')
    .selectAll('e')
    .select(['a.name as asked_name', 'd.name as decided_name'])
    .execute()
  return rows.map(extensionShown)
}

const noticesOf = async ({ db, actor }: Context, id: string): Promise<CaseDetail['notices']> => {
  const rows = await db
    .selectFrom('rectification_notice_cases as c')
    .innerJoin('rectification_notices as n', join =>
      join.onRef('n.tenant_id', '=', 'c.tenant_id').onRef('n.id', '=', 'c.notice_id'),
    )
    .where('c.tenant_id', '=', actor.tenantId)
    .where('c.case_id', '=', id)
    .orderBy('n.issued_at')
    .select(['n.id', 'n.year', 'n.serial', 'n.issued_at', 'n.acknowledged_at'])
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: noticeNumber(row.year, row.serial),
    issuedAt: row.issued_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  }))
}
