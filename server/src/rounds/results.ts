import type { CriterionResult } from '@luoshi/contract/rounds'
import { wilsonInterval } from '@luoshi/rules/wilson'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { isWhole } from '../visits/whole-visits.ts'
import { visitIsShown } from './drawn-points.ts'
import { readRounds } from './round-rows.ts'

type ResultRead = {
  readonly criterion_id: string
  readonly point_type: string
  readonly section: string
  readonly text: string
  readonly critical: boolean
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly not_applicable: number
}

/** What was seen by criterion, of what the reader may see; nothing until the round is over. */
export const resultsOf = async (context: Context, id: string): Promise<CriterionResult[]> => {
  const { db, actor } = context
  const [round] = await readRounds(context, sql`r.id = ${id}`, 1)
  if (!round) throw new Problem('not-found', { noun: 'round' })
  if (round.state !== 'ended') return []
  const { rows } = await sql<ResultRead>`
    select o.criterion_id, p.point_type, c.section, c.text, c.critical,
      count(*) filter (where o.grade = 'conforms') as conforms, count(*) filter (where o.grade = 'mostly') as mostly,
      count(*) filter (where o.grade = 'fails') as fails, count(*) filter (where o.grade = 'not-applicable') as not_applicable
    from visits v
    join points p on p.tenant_id = v.tenant_id and p.id = v.point_id
    join observations o on o.tenant_id = v.tenant_id and o.visit_id = v.id
    join criteria c on c.tenant_id = v.tenant_id and c.version_id = v.version_id and c.id = o.criterion_id
    where v.tenant_id = ${actor.tenantId} and v.round_id = ${id} and ${isWhole}
      and ${visitIsShown(context, { runs: round.runs, ownAlone: false })}
    group by o.criterion_id, p.point_type, c.section, c.text, c.critical, c.ordinal
    order by p.point_type, c.ordinal, o.criterion_id`.execute(db)
  return rows.map(({ criterion_id, point_type, not_applicable, ...row }) => ({
    ...row,
    criterionId: criterion_id,
    pointType: point_type,
    notApplicable: not_applicable,
    share: shareOf(row.conforms, row.conforms + row.mostly + row.fails),
  }))
}

const shareOf = (conforms: number, graded: number): CriterionResult['share'] =>
  graded === 0 ? null : { value: conforms / graded, ...wilsonInterval(conforms, graded) }
