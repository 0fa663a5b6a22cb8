import { localTime } from '@luoshi/rules/local-time'
import { assignmentShown, readAssignments } from '../assignments/assignment-rows.ts'
import { type AssignmentFilter, conditionsOf } from '../assignments/queries.ts'
import type { Context } from '../context.ts'
import { readCursor, writeCursor } from '../db/cursor.ts'
import { type DueKey, type DueTable, soonestFirst } from '../db/soonest-first.ts'
import { occurrenceShown, readOccurrences } from '../duties/occurrence-rows.ts'
import { type OccurrenceFilter, occurrenceConditions } from '../duties/queries.ts'
import { reachOf } from '../units/reach.ts'
import { PAGE, type Page } from './pages.ts'
import type { Column } from './table.ts'

export const assignmentColumns: readonly Column[] = [
  { words: '任务', width: 60 },
  { words: '项目', width: 30 },
  { words: '单位', width: 20 },
  { words: '分工', width: 8 },
  { words: '状态', width: 10 },
  { words: '期限', width: 12 },
  { words: '时限', width: 10 },
  { words: '进度', width: 8 },
  { words: '佐证', width: 8 },
]

const parts = { lead: '牵头', responsible: '责任', support: '配合' } as const
const assignmentStates = {
  assigned: '待接收',
  accepted: '已接收',
  'in-progress': '办理中',
  submitted: '待确认',
  returned: '已退回',
  confirmed: '已确认',
  withdrawn: '已撤销',
} as const
const timeliness = {
  late: '已逾期',
  today: '今天到期',
  soon: '即将到期',
  ahead: '未到期',
  undated: '无期限',
  done: '按时完成',
  'done-late': '逾期完成',
  missed: '未完成',
} as const

export const assignmentPage = async (
  context: Context,
  filter: AssignmentFilter,
  after: string | null,
): Promise<Page<string>> => {
  const { actor, clock } = context
  const reach = await reachOf(context, 'assignment.read', filter)
  const conditions = conditionsOf(filter, actor.tenantId, clock.now())
  const keys = await keysAfter(context, 'assignments', { reach, conditions }, after)
  const rows = await readAssignments(context, idsOf(keys))
  return {
    rows: rows
      .map(row => assignmentShown(row, context))
      .map(one => [
        one.text,
        one.programme.title,
        one.unit.name,
        parts[one.part],
        assignmentStates[one.state],
        one.dueOn,
        timeliness[one.timeliness],
        one.progress,
        one.evidence,
      ]),
    next: nextOf(keys),
  }
}

export const occurrenceColumns: readonly Column[] = [
  { words: '常态工作', width: 60 },
  { words: '项目', width: 30 },
  { words: '单位', width: 20 },
  { words: '周期', width: 14 },
  { words: '期限', width: 18 },
  { words: '状态', width: 10 },
  { words: '记录人', width: 12 },
  { words: '完成时间', width: 18 },
  { words: '记录时间', width: 18 },
  { words: '说明', width: 40 },
]

const occurrenceStates = {
  due: '待完成',
  recorded: '已记录',
  confirmed: '已确认',
  returned: '已退回',
  missed: '未完成',
  excused: '已说明',
} as const

export const occurrencePage = async (
  context: Context,
  filter: Omit<OccurrenceFilter, 'cursor' | 'limit'>,
  after: string | null,
): Promise<Page<string>> => {
  const { actor } = context
  const reach = await reachOf(context, 'occurrence.read', filter)
  const conditions = occurrenceConditions(filter, actor.tenantId)
  const keys = await keysAfter(context, 'occurrences', { reach, conditions }, after)
  const rows = await readOccurrences(context, idsOf(keys))
  return {
    rows: rows
      .map(row => occurrenceShown(row, context))
      .map(one => [
        one.text,
        one.programme.title,
        one.unit.name,
        one.period,
        minute(one.dueAt),
        occurrenceStates[one.state],
        one.recordedBy?.name ?? null,
        one.doneAt === null ? null : minute(one.doneAt),
        one.recordedAt === null ? null : minute(one.recordedAt),
        one.note,
      ]),
    next: nextOf(keys),
  }
}

type Query = Pick<Parameters<typeof soonestFirst>[2], 'reach' | 'conditions'>

const keysAfter = (
  { db, actor }: Context,
  table: DueTable,
  query: Query,
  after: string | null,
): Promise<readonly DueKey[]> =>
  soonestFirst(db, table, { ...query, tenantId: actor.tenantId, after: readCursor(after ?? undefined, 2), limit: PAGE })

const idsOf = (keys: readonly DueKey[]): readonly string[] => keys.map(({ id }) => id)

const nextOf = (keys: readonly DueKey[]): string | null => {
  const last = keys.length === PAGE ? keys.at(-1) : undefined
  return last === undefined ? null : writeCursor([last.due, last.id])
}

const minute = (instant: string): string => {
  const { date, time } = localTime(instant)
  return `${date} ${time.slice(0, 5)}`
}
