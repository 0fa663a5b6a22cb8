import { isDeepStrictEqual } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { writePerson } from '../people/create-person.ts'
import { Problem } from '../problem.ts'
import { firstPassword } from '../sign-in/first-password.ts'
import { lockTree } from '../units/lock-unit.ts'
import { pathLabel } from '../units/path-label.ts'
import type { PersonStep } from './place-people.ts'
import { placeRows } from './place-rows.ts'
import type { UnitStep } from './place-units.ts'
import type { Kept } from './preview-import.ts'

export type Applied = {
  readonly units: number
  readonly people: number
  readonly firstPasswords: { name: string; account: string; password: string }[]
}

/** Takes a spreadsheet as it was previewed: whole, in this one transaction, or not at all. */
export const applyImport = async (context: Context, id: string): Promise<Applied> => {
  await lockTree(context)
  const { written, placing } = await keptImport(context, id)
  if (placing.errors.length > 0) throw new Problem('import-has-errors', { count: placing.errors.length })
  const now = await placeRows(context, written)
  if (!isDeepStrictEqual(now, placing)) throw new Problem('import-gone')

  const ids = await writeUnits(context, now.units)
  const firstPasswords = await writePeople(context, now.people, ids)
  const { db, actor, clock } = context
  await db
    .updateTable('imports')
    // What was written in the spreadsheet is in the house now; the copy held people's names and is let go.
    .set({ applied_at: clock.now(), content: '{}' })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  const taken = {
    units: now.units.filter(({ what }) => what !== 'same').length,
    people: new Set(now.people.filter(({ what }) => what !== 'same').map(({ account }) => account)).size,
  }
  await record(context, 'import.run', { kind: 'import', id }, taken)
  return { ...taken, firstPasswords }
}

const keptImport = async ({ db, actor }: Context, id: string): Promise<Kept> => {
  const row = await db
    .selectFrom('imports')
    .select(['content', 'applied_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', actor.personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'import' })
  if (row.applied_at !== null) throw new Problem('import-gone')
  return row.content as Kept // written by the preview
}

/** Parents first. Answers the ids of the rows that were new. */
const writeUnits = async (
  { db, actor, ids }: Context,
  steps: readonly UnitStep[],
): Promise<ReadonlyMap<string, string>> => {
  const made = new Map<string, { id: string; path: string }>()
  let waiting = steps.filter(({ what }) => what !== 'same')
  while (waiting.length > 0) {
    const ready = waiting.filter(({ node }) => !isNew(node.parentId) || made.has(node.parentId ?? ''))
    if (ready.length === 0) throw new Error('Units of an import wait for one another')
    for (const { node, what } of ready) {
      const words = { kind: node.kind, name: node.name, short_name: node.shortName, aliases: [...node.aliases] }
      if (what === 'changed') {
        await db
          .updateTable('units')
          .set(eb => ({ ...words, version: eb('version', '+', 1) }))
          .where('tenant_id', '=', actor.tenantId)
          .where('id', '=', node.id)
          .execute()
        continue
      }
      const id = ids.next()
      const above = made.get(node.parentId ?? '')
      const path = `${above?.path ?? node.path}.${pathLabel(id)}`
      made.set(node.id, { id, path })
      const parent_id = above?.id ?? node.parentId
      await db
        .insertInto('units')
        .values({ tenant_id: actor.tenantId, id, parent_id, path, ...words })
        .execute()
    }
    waiting = waiting.filter(step => !ready.includes(step))
  }
  return new Map([...made].map(([row, { id }]) => [row, id]))
}

const isNew = (id: string | null): boolean => id?.startsWith('row:') === true

const writePeople = async (
  context: Context,
  steps: readonly PersonStep[],
  unitIds: ReadonlyMap<string, string>,
): Promise<Applied['firstPasswords']> => {
  const passwords: Applied['firstPasswords'] = []
  const placed = steps.map(step => ({
    ...step,
    seat: { ...step.seat, unitId: unitIds.get(step.seat.unitId) ?? step.seat.unitId },
  }))
  for (const [account, rows] of Map.groupBy(placed, step => step.account)) {
    const last = rows.at(-1)
    if (last === undefined || rows.every(({ what }) => what === 'same')) continue
    const seats = rows.map(({ seat }) => seat)
    if (last.personId !== null) await changeKnown(context, last.personId, last, seats)
    else {
      const password = firstPassword(context.random)
      const { name, phone, email } = last
      await writePerson(
        context,
        { name, account, phone, email, title: null, memberships: seats },
        await hashPassword(password),
      )
      passwords.push({ name, account, password })
    }
  }
  return passwords
}

const changeKnown = async (
  { db, actor, ids }: Context,
  personId: string,
  { name, phone, email }: PersonStep,
  seats: readonly PersonStep['seat'][],
): Promise<void> => {
  await db
    .updateTable('people')
    .set(eb => ({ name, phone, email, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', personId)
    .execute()
  await db
    .insertInto('memberships')
    .values(
      seats.map(({ unitId, role, title }) => ({
        tenant_id: actor.tenantId,
        id: ids.next(),
        person_id: personId,
        unit_id: unitId,
        role,
        title,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['tenant_id', 'person_id', 'unit_id', 'role'])
        .doUpdateSet(eb => ({ title: eb.fn.coalesce('excluded.title', 'memberships.title') })),
    )
    .execute()
}
