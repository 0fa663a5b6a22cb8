import type { Me } from '@luoshi/contract/session'
import { actions } from '@luoshi/rules/action'
import { apiScopesAllow } from '@luoshi/rules/api-scope'
import { localDate } from '@luoshi/rules/local-time'
import { rights } from '@luoshi/rules/rights'
import { isRole } from '@luoshi/rules/role'
import { isUnitKind } from '@luoshi/rules/unit-kind'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { calendarUrl } from './calendar-link.ts'

/** Who asks, where they have which role, and everything they may do anywhere. */
export const whoAmI = async (context: Context): Promise<Me> => {
  const { db, actor, clock } = context
  const person = await db
    .selectFrom('people as p')
    .innerJoin('tenants as t', 't.tenant_id', 'p.tenant_id')
    .select(['p.id', 'p.name', 'p.title', 'p.calendar_nonce', 't.name as tenant', 't.tenant_id'])
    .select(sql<boolean>`has_second_factor(p.user_id)`.as('second_factor'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.id', '=', actor.personId)
    .executeTakeFirst()
  if (person === undefined) throw new Problem('not-signed-in')
  const now = clock.now()
  return {
    person: { id: person.id, name: person.name, title: person.title },
    tenant: { id: person.tenant_id, name: person.tenant, today: localDate(now), now: now.toISOString() },
    memberships: await seats(db, actor),
    actions: actions.filter(
      action =>
        apiScopesAllow(actor.apiScopes, action) && actor.memberships.some(({ role }) => rights[action].has(role)),
    ),
    secondFactor: person.second_factor,
    passwordDue: actor.passwordDue ?? false,
    calendarUrl: person.calendar_nonce === null ? null : calendarUrl(context, person.calendar_nonce),
  }
}

const seats = async (db: Context['db'], actor: Context['actor']): Promise<Me['memberships']> => {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'm.tenant_id').onRef('u.id', '=', 'm.unit_id'))
    .select(['m.id', 'm.role', 'm.title', 'u.id as unit_id', 'u.name', 'u.kind'])
    .where('m.tenant_id', '=', actor.tenantId)
    .where('m.person_id', '=', actor.personId)
    .where('u.archived_at', 'is', null)
    .orderBy('u.path')
    .execute()
  return rows.flatMap(({ id, role, title, unit_id, name, kind }) =>
    isRole(role) && isUnitKind(kind) ? [{ id, role, title, unit: { id: unit_id, name, kind } }] : [],
  )
}
