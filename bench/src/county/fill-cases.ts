import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './fill-county.ts'

/** So many cases for each unit of a county that is filled already: most are closed, the others in every state. Returns how many. */
export const fillCases = async (db: Db, each: number): Promise<number> => {
  await sql`insert into case_categories (tenant_id, id, code, section, name, limit_amount, limit_unit, closing_condition)
    select ${tenantId}, ${sql.raw(idOf('n'))}, 'A' || n, '公共设施', '类别' || n, 3, 'working-days', '问题消除'
    from generate_series(1, 10) n`.execute(db)
  await db.transaction().execute(async one => {
    // What they refer to is there; to look it up a million times would take longer than to write them.
    await sql`set local session_replication_role = replica`.execute(one)
    await sql`
      insert into cases (tenant_id, id, year, serial, title, origin, category_id, severity, unit_id, unit_path, office_id, office_path,
        state, level_since, found_at, assigned_at, due_at, submitted_at, closed_at, changed_at)
      select ${tenantId}, gen_random_uuid(), 2026, row_number() over (), (array['楼道堆物', '消防通道堵塞', '路灯不亮', '占道经营'])[1 + n % 4] || n,
        'visit', ${sql.raw(idOf('1 + n % 10'))}, 'ordinary', u.id, u.path, r.id, r.path,
        case when n % 20 < 17 then 'closed' else (array['assigned', 'accepted', 'in-hand', 'submitted', 'rechecked'])[1 + (n / 20 + ascii(right(u.name, 3))) % 5] end,
        now(), now() - n * interval '3 days', now() - n * interval '3 days', now() - n * interval '3 days' + (n % 40) * interval '8 days',
        case when n % 20 < 17 or n % 3 = 0 then now() - n * interval '2 days' end,
        case when n % 20 < 17 then now() - n * interval '1 day' end, now()
      from units u cross join generate_series(1, ${each}) n cross join (select id, path from units where parent_id is null) r`.execute(
      one,
    )
  })
  await sql`vacuum analyze cases`.execute(db)
  const { rows } = await sql<{ count: number }>`select count(*) as count from cases`.execute(db)
  return rows[0]?.count ?? 0
}

const idOf = (number: string): string => `('01900009-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
