import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { noteCaseEvent } from './note-event.ts'
import { belongs, holdPlace, type Opening, openCase } from './open-case.ts'

/**
 * Gives to its unit at once what an unannounced round found and what cannot wait: as a word of the office, by nobody, and of no visit.
 * Nothing of the case, its life or its audit leads to the finding until `tellFinding`. What the unit is mending already is not said
 * again. Handed over twice, it is handed over once.
 */
export const handOver = async (context: Context, opening: Opening): Promise<void> => {
  const { actor, ids, clock } = context
  await holdPlace(context, opening)
  if ((await belongs(context, opening)).kind === 'seen-again') return
  const house = { ...context, actor: { ...actor, via: 'system' as const } }
  const unsaid = { visitId: null, foundBy: null, foundAt: clock.now(), seenAt: opening.foundAt }
  await openCase(house, { ...opening, ...unsaid, caseId: ids.next(), origin: 'hand' })
}

const isNobodys = sql`(origin = 'hand' and found_by is null)`

/** The round is over: a case that was handed over says from now on who found it, when, and at which visit. */
export const tellFinding = async (context: Context, caseId: string, opening: Opening): Promise<void> => {
  const { db, actor, clock } = context
  const row = await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', caseId)
    .set(eb => ({
      // A case that came back keeps how it was found first.
      origin: sql`case when ${isNobodys} then ${opening.origin} else origin end`,
      found_at: sql`case when ${isNobodys} then ${opening.foundAt}::timestamptz else found_at end`,
      found_by: sql`case when ${isNobodys} then ${opening.foundBy}::uuid else found_by end`,
      visit_id: opening.visitId ?? null,
      changed_at: clock.now(),
      version: eb('version', '+', 1),
    }))
    .returning(['id', 'title', 'unit_path'])
    .executeTakeFirstOrThrow()
  await noteCaseEvent(context, row, 'case.open', {
    ...{ id: opening.id, kind: 'told', by: opening.foundBy },
    content: { origin: opening.origin, visitId: opening.visitId },
  })
}
