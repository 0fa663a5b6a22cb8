import type { Notice } from '@luoshi/contract/cases'
import { mendingStates } from '@luoshi/rules/case-machine'
import { localDate } from '@luoshi/rules/local-time'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { writeCaseEvent } from './note-event.ts'
import { noticeRows, subjectOfNotice } from './notice-rows.ts'
import { getNotice } from './notices.ts'
import { nextSerial, noticeNumber } from './serials.ts'
import { stepOfCase } from './step-case.ts'
import { notLater } from './time-of-case.ts'
import type { CaseTableRow } from './way-of.ts'

export type Issuing = { readonly unitId: string; readonly caseIds: readonly string[]; readonly dueOn: string }

/** 整改通知书: one unit is told of its cases in writing, and until when. Served as it is issued, for the unit sees it at once. */
export const issueNotice = async (context: Context, { unitId, caseIds, dueOn }: Issuing): Promise<Notice> => {
  const { db, actor, ids, clock } = context
  const now = clock.now()
  if (dueOn < localDate(now)) throw new Problem('input-invalid', {}, [{ field: 'dueOn', message: 'past' }])
  const rows: CaseTableRow[] = []
  for (const caseId of [...new Set(caseIds)].toSorted()) rows.push(await caseToTell(context, caseId, unitId))
  // The office that stands over all of them signs.
  const office = rows.toSorted((one, other) => one.office_path.length - other.office_path.length)[0] as CaseTableRow // one at least, by the contract
  const year = Number(localDate(now).slice(0, 4))
  const id = ids.next()
  const serial = await nextSerial(context, 'rectification-notice', year)
  await db
    .insertInto('rectification_notices')
    .values({
      ...{ tenant_id: actor.tenantId, id, year, serial },
      office_id: office.office_id,
      office_path: office.office_path,
      unit_id: unitId,
      unit_path: office.unit_path,
      due_on: dueOn,
      issued_by: actor.personId,
      issued_at: now,
    })
    .execute()
  const ordered = caseIds.flatMap(caseId => rows.find(row => row.id === caseId) ?? [])
  await db
    .insertInto('rectification_notice_cases')
    .values(
      [...new Set(ordered)].map(({ id: case_id }, index) => ({
        ...{ tenant_id: actor.tenantId, notice_id: id, case_id },
        ordinal: index + 1,
      })),
    )
    .execute()
  const number = noticeNumber(year, serial)
  for (const row of rows) await dueBy(context, row, dueOn, { number, noticeId: id, until: dueOn })
  const subject = { kind: 'rectification-notice', id, name: number, unitPath: office.unit_path }
  await record(context, 'case.assign', subject, { event: 'notice', cases: rows.length, dueOn })
  return getNotice(context, id)
}

const caseToTell = async (context: Context, id: string, unitId: string): Promise<CaseTableRow> => {
  const row = await lockCase(context, id, 'case.assign', null)
  if (row.unit_id !== unitId) throw new Problem('not-found', { noun: 'case' })
  if (!mendingStates.some(state => state === row.state)) throw new Problem('state-forbids', { state: row.state })
  return row
}

/** What the notice says is the deadline from now on where it is earlier; nobody is given time by a notice. */
const dueBy = async (
  context: Context,
  row: CaseTableRow,
  dueOn: string,
  content: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { db, actor, clock } = context
  const now = clock.now()
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .set({ due_at: notLater(row.due_at, dueOn, now), changed_at: now, version: row.version + 1 })
    .execute()
  await writeCaseEvent(context, row.id, { kind: 'notice', content })
}

/** The unit says that it has it; the cases of it that are still its own and that nobody accepted yet are accepted with it. */
export const acknowledgeNotice = async (context: Context, id: string): Promise<Notice> => {
  const { db, actor, clock } = context
  await db
    .selectFrom('rectification_notices')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  const [row] = await noticeRows(context, [id])
  if (!row) throw new Problem('not-found', { noun: 'rectification-notice' })
  allow(actor, 'case.accept', subjectOfNotice(row))
  if (row.acknowledged_at !== null) return getNotice(context, id)
  await db
    .updateTable('rectification_notices')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ acknowledged_by: actor.personId, acknowledged_at: clock.now() })
    .execute()
  const number = noticeNumber(row.year, row.serial)
  for (const one of row.cases) {
    await writeCaseEvent(context, one.id, { kind: 'notice-acknowledged', content: { number, noticeId: id } })
    if (one.state === 'assigned')
      await stepOfCase(context, { id: one.id, version: null }, { kind: 'accept', by: actor.personId })
  }
  const subject = { kind: 'rectification-notice', id, name: number, unitPath: row.unit_path }
  await record(context, 'case.accept', subject, { event: 'notice-acknowledged' })
  return getNotice(context, id)
}
