import type { Today } from '@luoshi/contract/today'
import type { Action } from '@luoshi/rules/action'
import { type CaseLevel, levelOf } from '@luoshi/rules/case-escalation'
import { type CaseState, mendingStates, unassignedStates } from '@luoshi/rules/case-machine'
import { scopeOf } from '@luoshi/rules/permissions'
import type { Role } from '@luoshi/rules/role'
import { parentPath } from '@luoshi/rules/unit-path'
import { type RawBuilder, sql } from 'kysely'
import { openCaseStates, stateAmong } from '../cases/case-conditions.ts'
import { isOfOffice } from '../cases/lock-case.ts'
import { casesShown } from '../cases/queries.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { soonestFirst } from '../db/soonest-first.ts'
import { unitsIn } from '../programmes/progress-counts.ts'
import { type Reach, reachOf } from '../units/reach.ts'

const SHOWN = 20

type Line = Today['cases'][number]
type Kind = Line['kind']

/** What each kind of line asks of the reader; none where it is only to be known. */
const asks: Readonly<Record<Kind, Action | null>> = {
  extension: 'case.extend-decide',
  assign: 'case.assign',
  recheck: 'case.recheck',
  close: 'case.close',
  mend: 'case.submit',
  listed: null,
  escalated: null,
}

/** Cases that want something of the reader: to mend, to give out, to look at again, to close; and what a leader watches over. The first of each, and how many in all. */
export const casesToday = async (
  context: Context,
): Promise<{ readonly lines: Today['cases']; readonly total: number }> => {
  const { db, actor } = context
  const wanted = await questionsOf(context)
  const found: { readonly kind: Kind; readonly ids: readonly string[] }[] = []
  for (const { kind, ...question } of wanted) {
    const page = { tenantId: actor.tenantId, ...question, after: null, limit: SHOWN }
    found.push({ kind, ids: (await soonestFirst(db, 'cases', page)).map(({ id }) => id) })
  }
  const rows = new Map(
    (
      await casesShown(
        context,
        found.flatMap(({ ids }) => ids),
      )
    ).map(row => [row.id, row]),
  )
  const told = new Set<string>()
  const lines = found.flatMap(({ kind, ids }) =>
    ids.flatMap((id): Line[] => {
      const row = rows.get(id)
      const action = asks[kind]
      if (!row || told.has(id) || (action !== null && !row.actions.includes(action))) return []
      told.add(id)
      return [{ kind, case: row }]
    }),
  )
  return { lines, total: await countOf(context, wanted) }
}

/** Each case once, though it be wanted for two reasons: with each question those are left out that an earlier one counted. */
const countOf = async ({ db, actor }: Context, questions: readonly Question[]): Promise<number> => {
  if (questions.length === 0) return 0
  const wants = ({ reach, conditions }: Question) => sql.join([unitsIn(reach), ...conditions], sql` and `)
  const each = questions.map((question, at) => {
    const counted = questions.slice(0, at).filter(({ states }) => states.some(state => question.states.includes(state)))
    const others = counted.map(one => sql` and not (${stateAmong(one.states)} and ${wants(one)})`)
    return sql`(select count(*) from cases a where a.tenant_id = ${actor.tenantId} and ${stateAmong(question.states)}
      and ${wants(question)}${sql.join(others, sql``)})`
  })
  const { rows } = await sql<{ total: number }>`select ${sql.join(each, sql` + `)} as total`.execute(db)
  return rows[0]?.total ?? 0
}

type Question = {
  readonly kind: Kind
  readonly reach: Reach
  readonly states: readonly CaseState[]
  readonly conditions: readonly RawBuilder<unknown>[]
}

const questionsOf = async (context: Context): Promise<readonly Question[]> => {
  const { actor } = context
  const notMine = sql`not (${actor.personId}::uuid = any(a.rectified_by))`
  const levels = levelsOf(actor)
  const ask = async (
    kind: Kind,
    action: Action,
    states: readonly CaseState[],
    ...conditions: RawBuilder<unknown>[]
  ): Promise<readonly Question[]> =>
    scopeOf(actor, action).length === 0
      ? []
      : [{ kind, reach: await reachOf(context, action), states, conditions: [...conditions, ...runBy(actor, action)] }]
  const mine: readonly Question[] =
    scopeOf(actor, 'case.submit').length === 0
      ? []
      : [
          {
            kind: 'mend',
            reach: await reachOf(context, 'case.submit', { mine: true }),
            states: mendingStates,
            conditions: [],
          },
        ]
  const asked = sql`a.id in (select e.case_id from case_extensions e where e.tenant_id = ${actor.tenantId}
    and e.state = 'asked' and e.asked_by <> ${actor.personId}::uuid)`
  return [
    ...mine,
    ...(await ask('extension', 'case.extend-decide', mendingStates, asked)),
    ...(await ask('assign', 'case.assign', unassignedStates)),
    ...(await ask('recheck', 'case.recheck', ['submitted'], notMine)),
    ...(await ask('close', 'case.close', ['rechecked'], notMine)),
    ...(await ask('listed', 'case.list', openCaseStates, sql`a.listed_at is not null`)),
    ...(levels.length === 0
      ? []
      : await ask(
          'escalated',
          'case.read',
          mendingStates,
          sql`a.escalated_at is not null and a.level = any(${levels}::text[])`,
        )),
  ]
}

/** What an office does to a case, only that which runs it does. */
const runBy = (actor: Context['actor'], action: Action): readonly RawBuilder<unknown>[] => {
  const scope = scopeOf(actor, action)
  const isEverywhere = scope.some(path => parentPath(path) === null)
  return isOfOffice(action) && !isEverywhere ? [sql`a.office_path <@ any(${pathArray(scope)})`] : []
}

/** The levels that the reader's own seats stand on: what rose to them from below is theirs to settle. */
const levelsOf = ({ memberships }: Context['actor']): readonly CaseLevel[] => [
  ...new Set(memberships.filter(({ role }) => settling.has(role)).map(({ unitKind }) => levelOf(unitKind))),
]

const settling: ReadonlySet<Role> = new Set(['office', 'leader', 'unit'])
