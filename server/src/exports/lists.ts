import { assignmentsContract } from '@luoshi/contract/assignments'
import { auditContract } from '@luoshi/contract/audit'
import { casesContract } from '@luoshi/contract/cases'
import { dutiesContract } from '@luoshi/contract/duties'
import { peopleContract } from '@luoshi/contract/people'
import { pointsContract } from '@luoshi/contract/points'
import { unitsContract } from '@luoshi/contract/units'
import type { Action } from '@luoshi/rules/action'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { pointColumns, pointPage } from '../points/point-export.ts'
import { auditColumns, auditPage } from './audit-export.ts'
import { caseColumns, casePage } from './case-export.ts'
import { assignmentColumns, assignmentPage, occurrenceColumns, occurrencePage } from './due-exports.ts'
import type { Page } from './pages.ts'
import { peopleColumns, peoplePage, unitColumns, unitPage } from './people-and-units.ts'
import type { Column } from './table.ts'

export type ExportedList = {
  readonly words: string
  readonly action: Action
  /** The filters of the list itself. */
  readonly filter: z.ZodType
  readonly columns: readonly Column[]
  readonly page: (context: Context, filter: never, after: string | null) => Promise<Page<string>>
}

// Each operation's input is the zod schema it was declared with.
const inputOf = (operation: { readonly '~orpc': { readonly inputSchema?: unknown } }): z.ZodType =>
  operation['~orpc'].inputSchema as z.ZodType

/** Every list that leaves the house as a spreadsheet, by the name in its address. */
export const exportedLists: Readonly<Record<string, ExportedList>> = {
  units: {
    words: '单位',
    action: 'unit.read',
    filter: inputOf(unitsContract.list),
    columns: unitColumns,
    page: unitPage,
  },
  people: {
    words: '人员',
    action: 'person.read',
    filter: inputOf(peopleContract.list),
    columns: peopleColumns,
    page: peoplePage,
  },
  audit: {
    words: '操作记录',
    action: 'audit.read',
    filter: inputOf(auditContract.list),
    columns: auditColumns,
    page: auditPage,
  },
  assignments: {
    words: '任务',
    action: 'assignment.read',
    filter: inputOf(assignmentsContract.list),
    columns: assignmentColumns,
    page: assignmentPage,
  },
  occurrences: {
    words: '常态工作',
    action: 'occurrence.read',
    filter: inputOf(dutiesContract.occurrences),
    columns: occurrenceColumns,
    page: occurrencePage,
  },
  cases: {
    words: '问题',
    action: 'case.read',
    filter: inputOf(casesContract.list),
    columns: caseColumns,
    page: casePage,
  },
  points: {
    words: '点位',
    action: 'point.manage',
    filter: inputOf(pointsContract.list),
    columns: pointColumns,
    page: pointPage,
  },
}
