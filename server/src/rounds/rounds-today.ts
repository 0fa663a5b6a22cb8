import type { Today } from '@luoshi/contract/today'
import { apiScopesAllow } from '@luoshi/rules/api-scope'
import { localDate } from '@luoshi/rules/local-time'
import { addDays } from '@luoshi/rules/plain-date'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { proposeRounds } from './proposals.ts'
import { readRounds, roundShown } from './round-rows.ts'

type Line = Today['rounds'][number]

const SHOWN = 30

/** A round is bound and drawn no earlier than this before it begins. */
const leadDays = 3

/** What rounds ask of the actor today: visits first, then steps of the office, then rounds that nobody has prepared. */
export const roundsToday = async (context: Context): Promise<Line[]> => {
  const { actor, clock } = context
  if (!apiScopesAllow(actor.apiScopes, 'round.read')) return []
  const today = localDate(clock.now())
  const rows = await readRounds(
    context,
    sql`((r.state in ('draft', 'committed') and r.starts_on <= ${addDays(today, leadDays)}::date) or r.state = 'drawn')`,
    SHOWN,
  )
  const steps = rows.flatMap((row): Line[] => {
    const round = roundShown(row, actor)
    // The office above may step in; it is not asked to.
    const runs = actor.memberships.some(({ role, unitPath }) => role === 'office' && unitPath === row.unit_path)
    const isOver = row.ends_on < today || row.visited === row.points
    if (row.state === 'drawn' && row.mine_left > 0) return [{ kind: 'visit', round }]
    if (!runs || (row.state === 'drawn' && !isOver)) return []
    return [{ kind: row.state === 'draft' ? 'commit' : row.state === 'committed' ? 'draw' : 'end', round }]
  })
  const proposals = (await proposeRounds(context)).map((proposal): Line => ({ kind: 'prepare', proposal }))
  return [...steps.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)), ...proposals]
}

const order: readonly Line['kind'][] = ['visit', 'commit', 'draw', 'end', 'prepare']
