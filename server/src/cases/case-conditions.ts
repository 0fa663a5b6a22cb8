import { type CaseState, caseStates, isCaseOpen, mendingStates } from '@luoshi/rules/case-machine'
import { type RawBuilder, sql } from 'kysely'
import { contains } from '../db/contains.ts'

export type CaseFilter = {
  readonly q?: string | undefined
  readonly programmeId?: string | undefined
  readonly unitId?: string | undefined
  readonly categoryId?: string | undefined
  readonly pointId?: string | undefined
  readonly origin?: string | undefined
  readonly state?: CaseState | undefined
  readonly light?: 'yellow' | 'red' | undefined
  readonly listed?: boolean | undefined
  readonly escalated?: boolean | undefined
  readonly level?: string | undefined
  readonly open?: boolean | undefined
  readonly mine?: boolean | undefined
  /** What the words of `q` were found to say already. */
  readonly ids?: readonly string[] | undefined
}

/** Said one by one, so that an index on the state answers. */
export const stateAmong = (states: readonly CaseState[]): RawBuilder<unknown> =>
  sql`a.state in (${sql.join(states.map(state => sql.lit(state)))})`

export const openCaseStates = caseStates.filter(isCaseOpen)
const shownStates = caseStates.filter(state => state !== 'merged')
const overStates = shownStates.filter(state => !isCaseOpen(state))

/** The states that a filter lets through. */
const statesFor = ({ state, open }: CaseFilter): readonly CaseState[] =>
  state !== undefined ? [state] : open === undefined ? shownStates : open ? openCaseStates : overStates

/** Open cases are few among all that ever were: those are walked state by state. A list of everything goes by its order alone, and what is known by its ids by them. */
export const walkedBy = (filter: CaseFilter): { readonly states?: readonly CaseState[]; readonly few?: boolean } => {
  if (filter.ids !== undefined) return { few: true }
  return filter.state !== undefined || filter.open === true || isNarrowed(filter) ? { states: statesFor(filter) } : {}
}

/** By something that the index of the states tells and that of the order alone does not. */
const isNarrowed = ({ q, programmeId, categoryId, origin, level, listed, escalated, light }: CaseFilter): boolean =>
  [q, programmeId, categoryId, origin, level, listed, escalated, light].some(one => one !== undefined)

/** What a filter asks of row `a` of cases. What was merged into another is shown only when asked for. */
export const caseConditions = (filter: CaseFilter, now: Date): readonly RawBuilder<unknown>[] => {
  const { q, programmeId, categoryId, pointId, origin, light, listed, escalated, level, ids } = filter
  return [
    stateAmong(statesFor(filter)),
    ...(programmeId === undefined ? [] : [sql`a.programme_id = ${programmeId}`]),
    ...(categoryId === undefined ? [] : [sql`a.category_id = ${categoryId}`]),
    ...(pointId === undefined ? [] : [sql`a.point_id = ${pointId}`]),
    ...(origin === undefined ? [] : [sql`a.origin = ${origin}`]),
    ...(level === undefined ? [] : [sql`a.level = ${level}`]),
    ...(listed === undefined ? [] : [listed ? sql`a.listed_at is not null` : sql`a.listed_at is null`]),
    ...(escalated === undefined ? [] : [escalated ? sql`a.escalated_at is not null` : sql`a.escalated_at is null`]),
    ...(light === undefined ? [] : [light === 'red' ? isRed(now) : isYellow(now)]),
    ...(ids !== undefined ? [sql`a.id = any(${ids}::uuid[])`] : q ? [says(q)] : []),
  ]
}

const mending = stateAmong(mendingStates)

/** The same as `caseLight` of the rules; a test holds the two together. */
export const isRed = (now: Date): RawBuilder<unknown> => sql`(
  (${mending} and a.due_at < ${now}) or (a.state in ('submitted', 'rechecked') and a.submitted_at > a.due_at))`

/** The last quarter of its time, without subtracting from a day that never comes. */
export const isYellow = (now: Date): RawBuilder<unknown> => sql`(${mending} and a.due_at >= ${now}
  and extract(epoch from a.due_at) * 3 <= extract(epoch from ${now}::timestamptz) * 4 - extract(epoch from a.assigned_at))`

/** Words of its title, or its number. */
const says = (q: string): RawBuilder<unknown> => {
  const words = sql`a.title like ${contains(q.trim())}`
  const number = numberSought(q)
  if (number === null) return words
  const year = number.year === null ? sql`true` : sql`a.year = ${number.year}`
  return sql`((${year} and a.serial = ${number.serial}) or ${words})`
}

/** 17, 17号, 〔2026〕17号. */
export const numberSought = (q: string): { readonly year: number | null; readonly serial: number } | null => {
  const [, year, serial] = /^(?:〔?(\d{4})〕)?\s*(\d{1,7})\s*号?$/.exec(q.trim()) ?? []
  return serial === undefined ? null : { year: year === undefined ? null : Number(year), serial: Number(serial) }
}
