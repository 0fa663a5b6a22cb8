import { type CaseLevel, escalatesSince, escalationsUntil } from '@luoshi/rules/case-escalation'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context, House } from '../context.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Job } from '../jobs/jobs.ts'
import { writeCaseEvent } from './note-event.ts'

/** Job `escalate-cases`: what nobody settled in time rises level by level, each at its own moment, however long the job slept. */
export const escalateCases = async (house: House, { tenantId }: Job): Promise<void> => {
  for (let raised = PIECE; raised === PIECE; ) raised = await asSystem(house, tenantId, escalatePiece)
}

const PIECE = 500

type Ripe = {
  readonly id: string
  readonly title: string
  readonly unit_path: string
  readonly level: CaseLevel
  readonly level_since: Date
  readonly due_at: Date
  readonly level_days: number
}

const escalatePiece = async (context: Context): Promise<number> => {
  const { db, actor, clock } = context
  const now = clock.now()
  const { rows } = await sql<Ripe>`
    select c.id, c.title, c.unit_path::text, c.level, c.level_since, c.due_at, k.level_days from cases c
    join case_categories k on k.tenant_id = c.tenant_id and k.id = c.category_id
    where c.tenant_id = ${actor.tenantId} and c.state in ('assigned', 'accepted', 'in-hand') and c.level <> 'county'
      and c.due_at <= ${now} and c.level_since + k.level_days * interval '1 day' <= ${now}
    order by c.due_at, c.id limit ${PIECE} for update of c skip locked`.execute(db)
  for (const row of rows) await raise(context, row, now)
  return rows.length
}

const raise = async (context: Context, row: Ripe, now: Date): Promise<void> => {
  const { db, actor } = context
  const since = escalatesSince({ levelSince: row.level_since, dueAt: row.due_at }, row.level_days)
  const steps = escalationsUntil({ level: row.level, since }, now, row.level_days)
  const last = steps.at(-1)
  if (last === undefined) return
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .set(eb => ({
      level: last.to,
      level_since: last.at,
      escalated_at: last.at,
      changed_at: now,
      version: eb('version', '+', 1),
    }))
    .execute()
  for (const { to, at } of steps) await writeCaseEvent(context, row.id, { kind: 'escalate', at, content: { to } })
  const subject = { kind: 'case', id: row.id, name: row.title.slice(0, 120), unitPath: row.unit_path }
  await record(context, 'case.escalate', subject, { event: 'escalate', to: last.to })
}
