import type { Notice } from '@luoshi/contract/cases'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** Notices with names and with their cases in order, the newest first. */
export const noticeRows = async ({ db, actor }: Context, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('rectification_notices as n')
        .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'n.tenant_id').onRef('u.id', '=', 'n.unit_id'))
        .innerJoin('units as o', join =>
          join.onRef('o.tenant_id', '=', 'n.tenant_id').onRef('o.id', '=', 'n.office_id'),
        )
        .innerJoin('people as p', join =>
          join.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.issued_by'),
        )
        .leftJoin('people as a', join =>
          join.onRef('a.tenant_id', '=', 'n.tenant_id').onRef('a.id', '=', 'n.acknowledged_by'),
        )
        .where('n.tenant_id', '=', actor.tenantId)
        .where('n.id', 'in', [...ids])
        .orderBy('n.issued_at', 'desc')
        .orderBy('n.id', 'desc')
        .selectAll('n')
        .select([
          'u.name as unit_name',
          'u.kind as unit_kind',
          'o.name as office_name',
          'o.kind as office_kind',
          'p.name as issuer_name',
          'a.name as acknowledger_name',
          sql<Notice['cases']>`(select jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title,
              'state', case when c.unit_id = n.unit_id then c.state end,
              'number', '〔' || c.year || '〕' || c.serial || '号') order by k.ordinal)
            from rectification_notice_cases k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
            where k.tenant_id = n.tenant_id and k.notice_id = n.id)`.as('cases'),
        ])
        .execute()

export type NoticeRow = Awaited<ReturnType<typeof noticeRows>>[number]

export const subjectOfNotice = (row: Pick<NoticeRow, 'tenant_id' | 'unit_path' | 'office_path'>) => ({
  tenantId: row.tenant_id,
  unitPath: row.unit_path,
  involvedPaths: [row.office_path],
})
