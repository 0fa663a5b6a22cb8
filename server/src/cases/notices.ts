import type { Notice } from '@luoshi/contract/cases'
import { can } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { docx, named } from '../documents/file-of.ts'
import { Problem } from '../problem.ts'
import { reachOf } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'
import { noticePaper } from './notice-paper.ts'
import { noticeRows, subjectOfNotice } from './notice-rows.ts'
import { noticeNumber } from './serials.ts'

export type NoticePage = {
  readonly unitId?: string | undefined
  readonly caseId?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Notices to units within reach, the newest first: served as soon as they are issued. */
export const listNotices = async (context: Context, { unitId, caseId, cursor, limit }: NoticePage) => {
  const { db, actor } = context
  const after = readCursor(cursor, 2)
  const reach = await reachOf(context, 'case.read', { unitId })
  const filtered = db
    .selectFrom('rectification_notices as n')
    .where('n.tenant_id', '=', actor.tenantId)
    .$if(reach.kind === 'units', query =>
      query.where(sql<boolean>`n.unit_id = any(${reach.kind === 'units' ? reach.ids : []}::uuid[])`),
    )
    .$if(caseId !== undefined, query =>
      query.where(
        sql<boolean>`n.id in (select notice_id from rectification_notice_cases
          where tenant_id = ${actor.tenantId} and case_id = ${caseId})`,
      ),
    )
  const { total } = await filtered.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const keys = await filtered
    .$if(after !== null, query =>
      query.where(sql<boolean>`(n.issued_at, n.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('n.issued_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .select(['n.id', sql<string>`n.issued_at::text`.as('issued')])
    .execute()
  const { rows, next } = pageFrom(keys, limit, ({ issued, id }) => [issued, id])
  const items = await noticesShown(
    context,
    rows.map(({ id }) => id),
  )
  return { items, next, total }
}

export const getNotice = async (context: Context, id: string): Promise<Notice> => {
  const [notice] = await noticesShown(context, [id])
  if (!notice) throw new Problem('not-found', { noun: 'rectification-notice' })
  return notice
}

/** The notice as it is handed over. */
export const noticeDocument = async (context: Context, id: string): Promise<File> => {
  const { actor } = context
  const [row] = await noticeRows(context, [id])
  if (!row) throw new Problem('not-found', { noun: 'rectification-notice' })
  allow(actor, 'case.read', subjectOfNotice(row))
  const title = `整改通知书 ${noticeNumber(row.year, row.serial)}`
  return named(title, docx, await noticePaper(context, row))
}

const noticesShown = async (context: Context, ids: readonly string[]): Promise<Notice[]> =>
  (await noticeRows(context, ids)).map(row => ({
    id: row.id,
    number: noticeNumber(row.year, row.serial),
    office: unitRef(row.office_id, row.office_name, row.office_kind),
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    dueOn: row.due_on,
    issuedBy: { id: row.issued_by, name: row.issuer_name },
    issuedAt: row.issued_at.toISOString(),
    acknowledgedBy:
      row.acknowledged_by && row.acknowledger_name ? { id: row.acknowledged_by, name: row.acknowledger_name } : null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    cases: row.cases,
    documentUrl: `/api/v1/rectification-notices/${row.id}/document.docx`,
    actions:
      row.acknowledged_at === null && can(context.actor, 'case.accept', subjectOfNotice(row)) ? ['case.accept'] : [],
  }))
