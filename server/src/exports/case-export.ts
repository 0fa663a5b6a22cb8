import { caseLight } from '@luoshi/rules/case-light'
import { localTime } from '@luoshi/rules/local-time'
import { sql } from 'kysely'
import { type CaseFilter, caseConditions, walkedBy } from '../cases/case-conditions.ts'
import { isFinal } from '../cases/case-rows.ts'
import { narrowedByWords } from '../cases/cases-saying.ts'
import { caseNumber } from '../cases/serials.ts'
import type { Context } from '../context.ts'
import { readCursor, writeCursor } from '../db/cursor.ts'
import { soonestFirst } from '../db/soonest-first.ts'
import { reachOf } from '../units/reach.ts'
import { PAGE, type Page } from './pages.ts'
import type { Cell, Column } from './table.ts'

export const caseColumns: readonly Column[] = [
  { words: '编号', width: 14 },
  { words: '问题', width: 44 },
  { words: '类别', width: 18 },
  { words: '程度', width: 8 },
  { words: '来源', width: 10 },
  { words: '点位', width: 24 },
  { words: '地点', width: 30 },
  { words: '责任单位', width: 20 },
  { words: '主办', width: 16 },
  { words: '状态', width: 10 },
  { words: '层级', width: 8 },
  { words: '发现时间', width: 18 },
  { words: '期限', width: 18 },
  { words: '时限', width: 10 },
  { words: '退回次数', width: 10 },
  { words: '反弹次数', width: 10 },
  { words: '挂牌督办', width: 10 },
]

const severities = { minor: '轻微', ordinary: '一般', serious: '严重' } as const
const origins = {
  visit: '检查',
  patrol: '巡查',
  resident: '群众诉求',
  media: '媒体',
  hotline: '热线',
  hand: '登记',
} as const
const states = {
  found: '待派',
  assigned: '待签收',
  accepted: '已签收',
  refused: '退回待派',
  'in-hand': '整改中',
  submitted: '待复查',
  rechecked: '待销号',
  closed: '已销号',
  merged: '已并案',
  dismissed: '不予立案',
} as const
const levels = { grid: '网格', community: '社区', street: '街道', county: '县级' } as const
const lights = { green: '未到期', yellow: '快到期', red: '超期', none: null } as const

export const casePage = async (context: Context, asked: CaseFilter, after: string | null): Promise<Page<string>> => {
  const { db, actor, clock } = context
  const filter = await narrowedByWords(context, asked)
  const reach = await reachOf(context, 'case.read', filter)
  const keys = await soonestFirst(db, 'cases', {
    ...{ tenantId: actor.tenantId, reach, conditions: caseConditions(filter, clock.now()) },
    ...walkedBy(filter),
    ...{ after: readCursor(after ?? undefined, 2), limit: PAGE },
  })
  const rows = await readLines(
    context,
    keys.map(({ id }) => id),
  )
  const last = keys.length === PAGE ? keys.at(-1) : undefined
  const now = clock.now()
  return {
    rows: rows.map(row => cellsOf(row, now)),
    next: last === undefined ? null : writeCursor([last.due, last.id]),
  }
}

type Line = {
  readonly year: number
  readonly serial: number
  readonly title: string
  readonly category: string
  readonly severity: keyof typeof severities
  readonly origin: keyof typeof origins
  readonly point: string | null
  readonly place: string
  readonly address: string | null
  readonly unit: string
  readonly office: string
  readonly state: keyof typeof states
  readonly level: keyof typeof levels
  readonly found_at: Date
  readonly assigned_at: Date | null
  readonly due_at: Date
  readonly submitted_at: Date | null
  readonly returned: number
  readonly relapses: number
  readonly listed: boolean
}

/** What a line of the spreadsheet says and no more: nobody acts on a case there. Each point is looked up alone, of a hundred thousand. */
const readLines = async (
  { db, actor: { tenantId } }: Pick<Context, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<readonly Line[]> => {
  const { rows } = await sql<Line>`
    select c.year, c.serial, c.title, k.name as category, c.severity, c.origin, t.name as point, c.place, t.address, u.name as unit,
      o.name as office, c.state, c.level, c.found_at, c.assigned_at, c.due_at, c.submitted_at, c.returned, c.relapses,
      c.listed_at is not null as listed
    from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
    join cases c on c.tenant_id = ${tenantId} and c.id = asked.id
    join case_categories k on k.tenant_id = ${tenantId} and k.id = c.category_id
    join units u on u.tenant_id = ${tenantId} and u.id = c.unit_id
    join units o on o.tenant_id = ${tenantId} and o.id = c.office_id
    left join lateral (select name, address from points where tenant_id = ${tenantId} and id = c.point_id limit 1) t on true
    order by asked.place`.execute(db)
  return rows
}

const cellsOf = (row: Line, now: Date): readonly Cell[] => {
  const dueAt = row.assigned_at === null || !isFinal(row.due_at) ? null : row.due_at
  const { state, assigned_at: assignedAt, submitted_at: submittedAt } = row
  return [
    caseNumber(row.year, row.serial),
    row.title,
    row.category,
    severities[row.severity],
    origins[row.origin],
    row.point,
    row.place || (row.address ?? ''),
    row.unit,
    row.office,
    states[state],
    levels[row.level],
    minute(row.found_at),
    dueAt === null ? null : minute(dueAt),
    lights[caseLight({ state, assignedAt, dueAt, submittedAt }, now)],
    row.returned,
    row.relapses,
    row.listed ? '是' : null,
  ]
}

const minute = (instant: Date): string => {
  const { date, time } = localTime(instant)
  return `${date} ${time.slice(0, 5)}`
}
