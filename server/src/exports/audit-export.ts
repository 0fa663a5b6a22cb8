import { localTime } from '@luoshi/rules/local-time'
import { type AuditFilter, entriesWithin, entryRows } from '../audit/list-entries.ts'
import type { Context } from '../context.ts'
import { PAGE, type Page } from './pages.ts'
import type { Column } from './table.ts'

export const auditColumns: readonly Column[] = [
  { words: '时间', width: 20 },
  { words: '人员', width: 12 },
  { words: '途径', width: 8 },
  { words: '操作', width: 24 },
  { words: '对象', width: 30 },
  { words: '内容', width: 60 },
  { words: '编号', width: 38 },
]

const ways = { desk: '网页', key: '接口', system: '系统' } as const

export const auditPage = async (
  context: Context,
  filter: Omit<AuditFilter, 'cursor' | 'limit'>,
  after: string | null,
): Promise<Page<string>> => {
  const rows = await entryRows(context, entriesWithin(context, filter), after, PAGE)
  return {
    rows: rows.map(({ id, at, person, via, action, subject, content }) => [
      minutes(at),
      person,
      ways[via],
      action,
      subject,
      JSON.stringify(content),
      id,
    ]),
    next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** As the clock on the wall shows it. */
const minutes = (instant: Date): string => {
  const { date, time } = localTime(instant)
  return `${date} ${time}`
}
