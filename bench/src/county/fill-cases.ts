import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './fill-county.ts'
import { pointOf } from './fill-points.ts'

/**
 * So many cases for each unit of a county that is filled already: 85 in a hundred are over, the others in every state, found in
 * the last two months. Two of three stand at one of the unit's `points` points.
 */
export const fillCases = async (db: Db, each: number, points: number): Promise<void> => {
  await sql`insert into case_categories (tenant_id, id, code, section, name, limit_amount, limit_unit, closing_condition)
    select ${tenantId}, ${sql.raw(categoryOf('n'))}, 'A' || n, '公共设施', '类别' || n, 3, 'working-days', '问题消除'
    from generate_series(1, 10) n`.execute(db)
  await db.transaction().execute(async one => {
    // What they refer to is there; to look it up a million times would take longer than to write them.
    await sql`set local session_replication_role = replica`.execute(one)
    await sql`
      insert into cases (tenant_id, id, year, serial, title, origin, category_id, severity, programme_id, point_id, place, longitude,
        latitude, unit_id, unit_path, office_id, office_path, state, level, level_since, escalated_at, listed_at, found_at, assigned_at,
        due_at, submitted_at, closed_at, changed_at)
      select ${tenantId}, gen_random_uuid(), 2026, row_number() over (order by n, c.id),
        (array['楼道堆物', '消防通道堵塞', '路灯不亮', '占道经营', '井盖缺损', '飞线充电', '墙面张贴', '垃圾未分类'])[1 + h % 8] || n,
        (array['visit', 'visit', 'patrol', 'hotline', 'hand'])[1 + h % 5], ${sql.raw(categoryOf('1 + h / 8 % 10'))}, 'ordinary',
        ${sql.raw(programmeOf('1 + h / 80 % 10'))}, case when n % 3 > 0 then ${sql.raw(pointOf('c.id', `1 + n % ${points}`))} end,
        '门口', case when n % 3 = 0 and n % 2 = 0 then 120 + h % 1000 / 5000.0 end, case when n % 3 = 0 and n % 2 = 0 then 30 + n / 100.0 end,
        c.id, c.path, r.id, r.path, state, 'community', found,
        case when open and h % 11 = 0 then now() - interval '1 day' end, case when open and h % 97 = 0 then now() end, found,
        case when state <> 'found' then found end,
        case when state = 'found' then 'infinity' else found + (7 + h % 30) * interval '1 day' end,
        case when state in ('submitted', 'rechecked', 'closed', 'merged') then found + 6 * interval '1 day' end,
        case when not open then found + 8 * interval '1 day' end, now()
      from (
        select u.id, u.path, n, h, n % 20 >= 17 as open,
          case when n % 20 >= 17 then (array['found', 'assigned', 'accepted', 'refused', 'in-hand', 'in-hand', 'submitted', 'rechecked'])[1 + h / 7 % 8]
            else (array['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'dismissed', 'merged'])[1 + h / 7 % 8] end as state,
          now() - case when n % 20 >= 17 then h % 60 else 30 + n * 6 end * interval '1 day' as found
        from units u cross join generate_series(1, ${each}::int) n
          cross join lateral (select hashtext(u.id::text || n) & 2147483647 as h) x
      ) c cross join (select id, path from units where parent_id is null) r`.execute(one)
  })
  await sql`vacuum analyze cases`.execute(db)
}

export const categoryOf = (n: string): string => idOf(9, n)

const programmeOf = (n: string): string => idOf(4, n)

const idOf = (kind: number, n: string): string =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
