import type { PointRow } from '@luoshi/contract/points'
import { caseStates, isCaseOpen } from '@luoshi/rules/case-machine'
import { type RawBuilder, sql } from 'kysely'
import type { Signed } from '../context.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'

const open = sql.join(caseStates.filter(isCaseOpen).map(state => sql.lit(state)))

/** Cases of row `p` that are open, as far as the actor may know of them: what an unannounced round found is not told before its end. */
const openCases = (actor: Signed): RawBuilder<unknown> => sql`
  from cases c where c.tenant_id = p.tenant_id and c.point_id = p.id and c.state in (${open})
    and not exists (select from visits v where v.tenant_id = c.tenant_id and v.id = c.visit_id and not ${visitIsKnownTo(actor)})`

const knownVisits = (actor: Signed): RawBuilder<unknown> => sql`
  from visits v where v.tenant_id = p.tenant_id and v.point_id = p.id and ${visitIsKnownTo(actor)}`

/** How row `p` of points stands: what is open and late before what is open, and what nobody has seen before what is good. */
export const statusOf = (actor: Signed, now: Date): RawBuilder<PointRow['status']> => sql`
  coalesce((select case when min(c.due_at) < ${now}::timestamptz then 'late' when count(*) > 0 then 'open' end ${openCases(actor)}),
    case when exists (select ${knownVisits(actor)}) then 'good' else 'unseen' end)`

/** To be joined to row `p` as `o (open_cases, first_due)` and `l (id, started_at, score, fails)`. */
export const standing = (actor: Signed): RawBuilder<unknown> => sql`
  left join lateral (select count(*) as open_cases, min(c.due_at) as first_due ${openCases(actor)}) o on true
  left join lateral (
    select v.id as visit_id, v.started_at, v.score, v.fails ${knownVisits(actor)} order by v.started_at desc, v.id desc limit 1
  ) l on true`
