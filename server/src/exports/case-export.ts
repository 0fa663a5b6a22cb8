import { localTime } from '@luoshi/rules/local-time'
import { type CaseFilter, caseConditions, walkedBy } from '../cases/case-conditions.ts'
import { caseShown, readCases } from '../cases/case-rows.ts'
import type { Context } from '../context.ts'
import { readCursor, writeCursor } from '../db/cursor.ts'
import { soonestFirst } from '../db/soonest-first.ts'
import { reachOf } from '../units/reach.ts'
import { PAGE, type Page } from './pages.ts'
import type { Column } from './spreadsheet.ts'

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

export const casePage = async (context: Context, filter: CaseFilter, after: string | null): Promise<Page<string>> => {
  const { db, actor, clock } = context
  const reach = await reachOf(context, 'case.read', filter)
  const keys = await soonestFirst(db, 'cases', {
    ...{ tenantId: actor.tenantId, reach, conditions: caseConditions(filter, clock.now()) },
    ...walkedBy(filter),
    ...{ after: readCursor(after ?? undefined, 2), limit: PAGE },
  })
  const rows = await readCases(
    context,
    keys.map(({ id }) => id),
  )
  const last = keys.length === PAGE ? keys.at(-1) : undefined
  return {
    rows: rows
      .map(row => caseShown(row, context))
      .map(one => [
        one.number,
        one.title,
        one.category.name,
        severities[one.severity],
        origins[one.origin],
        one.point?.name ?? null,
        one.place,
        one.unit.name,
        one.office.name,
        states[one.state],
        levels[one.level],
        minute(one.foundAt),
        one.dueAt === null ? null : minute(one.dueAt),
        lights[one.light],
        one.returned,
        one.relapses,
        one.listedAt === null ? null : '是',
      ]),
    next: last === undefined ? null : writeCursor([last.due, last.id]),
  }
}

const minute = (instant: string): string => {
  const { date, time } = localTime(instant)
  return `${date} ${time.slice(0, 5)}`
}
