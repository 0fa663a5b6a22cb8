import type { RoundRow } from '@luoshi/contract/rounds'
import type { Today } from '@luoshi/contract/today'
import { apiScopesAllow } from '@luoshi/rules/api-scope'
import { localDate } from '@luoshi/rules/local-time'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Signed } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { proposeRounds } from './proposals.ts'
import { countRounds, hasMineLeft, isWhollyVisited, readRounds, roundShown } from './round-rows.ts'

type Line = Today['rounds'][number]

const SHOWN = 30

/** A round is bound and drawn no earlier than this before it begins. */
const leadDays = 3

/** What rounds ask of the actor today: visits first, then steps of the office, then rounds that nobody has prepared; and how many in all. */
export const roundsToday = async (context: Context): Promise<{ readonly lines: Line[]; readonly total: number }> => {
  const { actor, clock } = context
  if (!apiScopesAllow(actor.apiScopes, 'round.read')) return { lines: [], total: 0 }
  const today = localDate(clock.now())
  const isMine = sql`(r.state = 'drawn' and ${hasMineLeft(actor)})`
  const mine = await readRounds(context, isMine, SHOWN)
  const visits = mine.map((row): Line => ({ kind: 'visit', round: roundShown(row, actor) }))
  const told = new Set(mine.map(({ id }) => id))
  const isRun = sql`(${isRunFrom(actor)} and ${wantsStep(today)})`
  const run = await readRounds(context, isRun, SHOWN)
  const steps = run
    .filter(({ id }) => !told.has(id))
    .map((row): Line => ({ kind: stepOf(row.state), round: roundShown(row, actor) }))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
  const proposals = (await proposeRounds(context)).map((proposal): Line => ({ kind: 'prepare', proposal }))
  const total = (await countRounds(context, sql`(${isMine} or ${isRun})`)) + proposals.length
  return { lines: [...visits, ...steps, ...proposals], total }
}

/** The office above may step in; it is not asked to. */
const isRunFrom = ({ memberships }: Signed): RawBuilder<boolean> =>
  sql<boolean>`r.unit_path = any(${pathArray(memberships.filter(({ role }) => role === 'office').map(({ unitPath }) => unitPath))})`

/** Not bound or drawn though it soon begins; or drawn, and its time or its points are used up. */
const wantsStep = (today: PlainDate): RawBuilder<boolean> =>
  sql<boolean>`((r.state in ('draft', 'committed') and r.starts_on <= ${addDays(today, leadDays)}::date)
    or (r.state = 'drawn' and (r.ends_on < ${today}::date or ${isWhollyVisited})))`

const stepOf = (state: RoundRow['state']): 'commit' | 'draw' | 'end' =>
  state === 'draft' ? 'commit' : state === 'committed' ? 'draw' : 'end'

const order: readonly Line['kind'][] = ['commit', 'draw', 'end']
