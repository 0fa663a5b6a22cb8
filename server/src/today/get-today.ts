import type { Today } from '@luoshi/contract/today'
import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import { soonDays } from '@luoshi/rules/overdue'
import { addDays } from '@luoshi/rules/plain-date'
import { type RawBuilder, sql } from 'kysely'
import { assignmentShown, readAssignments } from '../assignments/assignment-rows.ts'
import type { Context } from '../context.ts'
import { type DueKey, soonestFirst } from '../db/soonest-first.ts'
import { occurrenceShown, readOccurrences } from '../duties/occurrence-rows.ts'
import { roundsToday } from '../rounds/rounds-today.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import { casesToday } from './cases-today.ts'
import { countToday } from './count-today.ts'
import { countdownsWithin, plansToReview } from './glance.ts'
import { openDuty, openWork, type Stretches } from './stretches.ts'
import { decideConditions } from './to-decide.ts'

const SHOWN = 30

/** What is due, late and waiting for me. Who works for units sees their work; who does not sees what is within reach. */
export const getToday = async (context: Context): Promise<Today> => {
  const { actor, clock } = context
  const now = clock.now()
  const day = localDate(now)
  const stretches = { now, tonight: deadlineInstant(day), soon: deadlineInstant(addDays(day, soonDays)) }
  const works = actor.memberships.some(({ role }) => role === 'unit' || role === 'worker')
  const reach = await reachOf(context, 'assignment.read', { mine: works })
  const deciding = await reachOf(context, 'assignment.confirm')
  const sections = await keysOf(context, reach, deciding, stretches)
  const shown = await linesOf(context, sections)
  const rounds = await roundsToday(context)
  const cases = await casesToday(context)
  const plans = await plansToReview(context)
  const counts = await countToday(context, reach, deciding, stretches)
  return {
    day,
    late: shown.lines(sections.late),
    today: shown.lines(sections.today),
    soon: shown.lines(sections.soon),
    waiting: works ? shown.lines(sections.waiting) : [],
    decide: shown.decisions(sections.decide),
    rounds: rounds.lines,
    cases: cases.lines,
    plans: plans.lines,
    countdowns: await countdownsWithin(context),
    counts: {
      ...counts,
      waiting: works ? counts.waiting : 0,
      ...{ rounds: rounds.total, cases: cases.total, plans: plans.total },
    },
  }
}

type Section = { readonly assignments: readonly DueKey[]; readonly occurrences: readonly DueKey[] }
type Sections = Readonly<Record<'late' | 'today' | 'soon' | 'waiting' | 'decide', Section>>

const keysOf = async (
  context: Context,
  reach: Reach,
  deciding: Reach,
  { now, tonight, soon }: Stretches,
): Promise<Sections> => {
  const keys = (table: 'assignments' | 'occurrences', within: Reach, ...conditions: RawBuilder<unknown>[]) =>
    soonestFirst(context.db, table, {
      tenantId: context.actor.tenantId,
      reach: within,
      conditions,
      after: null,
      limit: SHOWN,
    })
  const between = async (from: Date | string | null, to: Date | string): Promise<Section> => {
    const due = sql`a.due_at <= ${to}::timestamptz and ${from === null ? sql`true` : sql`a.due_at > ${from}::timestamptz`}`
    return {
      assignments: await keys('assignments', reach, openWork, due),
      occurrences: await keys('occurrences', reach, openDuty(now), due),
    }
  }
  const decide = await keys('assignments', deciding, decideConditions(context.actor.personId))
  const waiting = await keys('assignments', reach, sql`a.state = 'submitted'`)
  return {
    late: await between(null, now),
    today: await between(now, tonight),
    soon: await between(tonight, soon),
    waiting: { assignments: waiting, occurrences: [] },
    decide: { assignments: decide, occurrences: [] },
  }
}

/** All rows of the page in two queries, and then put in their sections. */
const linesOf = async (context: Context, sections: Sections) => {
  const all = Object.values(sections)
  const assignments = await readAssignments(
    context,
    all.flatMap(section => section.assignments.map(({ id }) => id)),
  )
  const occurrences = await readOccurrences(
    context,
    all.flatMap(section => section.occurrences.map(({ id }) => id)),
  )
  const assignmentById = new Map(assignments.map(row => [row.id, row]))
  const occurrenceById = new Map(occurrences.map(row => [row.id, row]))
  const lines = (section: Section): Today['late'] =>
    [
      ...section.assignments.flatMap(({ id }) => {
        const row = assignmentById.get(id)
        const due = row?.due_on ? row.due_at : new Date(8.64e15)
        return row ? { due, line: { kind: 'assignment' as const, assignment: assignmentShown(row, context) } } : []
      }),
      ...section.occurrences.flatMap(({ id }) => {
        const row = occurrenceById.get(id)
        return row
          ? { due: row.due_at, line: { kind: 'occurrence' as const, occurrence: occurrenceShown(row, context) } }
          : []
      }),
    ]
      .sort((one, other) => one.due.getTime() - other.due.getTime())
      .slice(0, SHOWN)
      .map(({ line }) => line)
  const decisions = (section: Section): Today['decide'] =>
    section.assignments.flatMap(({ id }) => {
      const row = assignmentById.get(id)
      if (!row) return []
      return { kind: row.state === 'submitted' ? 'confirm' : 'extension', assignment: assignmentShown(row, context) }
    })
  return { lines, decisions }
}
