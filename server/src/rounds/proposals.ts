import type { RoundProposal } from '@luoshi/contract/rounds'
import { localDate } from '@luoshi/rules/local-time'
import { type PeriodKind, periodOf } from '@luoshi/rules/period'
import { scopeOf } from '@luoshi/rules/permissions'
import { addDays, earlier, later, type PlainDate } from '@luoshi/rules/plain-date'
import { type Every, occurrencesOf } from '@luoshi/rules/recurrence'
import { roundKindOf } from '@luoshi/rules/round-kind'
import type { WorkingCalendar } from '@luoshi/rules/working-calendar'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { calendarOf } from '../duties/working-days.ts'
import { unitRef } from '../units/unit-ref.ts'

type Owner = {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Whether points may be inspected there. */
  readonly inspected: boolean
}

type DutyRead = {
  readonly id: string
  readonly text: string
  readonly every: Every
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly programme_id: string
  readonly programme_title: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  /** Whether the actor prepares rounds where the programme is run. */
  readonly runs: boolean
  /** The units that owe the duty. */
  readonly owners: readonly Owner[]
  readonly types: readonly string[]
  readonly rounds: readonly { readonly unitId: string; readonly startsOn: string; readonly endsOn: string }[]
}

/** A round that a duty asks for: by the unit that is to run it, over these units. */
type Asked = {
  readonly duty: DutyRead
  readonly by: Omit<Owner, 'inspected'>
  readonly withinUnitIds: readonly string[]
}

/**
 * What running duties of checking ask for next and nobody has prepared. Who checks others is asked: the office that runs the programme,
 * or each street that owes it the office of the street. What a community or a company looks after for itself is its own work and
 * needs no round, and daily checks would be noise; either is proposed only when its duty is named, daily ones a week at a time.
 */
export const proposeRounds = async (
  context: Context,
  { dutyId }: { readonly dutyId?: string | undefined } = {},
): Promise<RoundProposal[]> => {
  const { db, actor, clock } = context
  const today = localDate(clock.now())
  const duties = await checkingDuties(context, dutyId)
  const asked = duties.flatMap(duty => (dutyId === undefined ? askedOf(duty, ownOffices(context)) : askedByName(duty)))
  if (asked.length === 0) return []
  const calendar = await calendarOf(db, actor.tenantId)
  return asked.flatMap(one => {
    const { duty, by } = one
    const period = nextPeriod(duty, calendar, today)
    const isTaken = duty.rounds.some(
      round => round.unitId === by.id && period && round.startsOn <= period.end && round.endsOn >= period.start,
    )
    if (period === null || (dutyId === undefined && (isTaken || period.start > addDays(today, soonDays)))) return []
    return [proposal(one, period, today)]
  })
}

const ownOffices = ({ actor }: Pick<Context, 'actor'>): readonly string[] =>
  actor.memberships.filter(({ role }) => role === 'office').map(({ unitId }) => unitId)

const askedOf = (duty: DutyRead, offices: readonly string[]): readonly Asked[] => {
  if (isDaily(duty.every)) return []
  const isOfTheOffice = duty.owners.some(({ id, inspected }) => id === duty.unit_id || !inspected)
  if (isOfTheOffice) return duty.runs ? [{ duty, by: runnerOf(duty), withinUnitIds: [duty.unit_id] }] : []
  return duty.owners
    .filter(({ id }) => offices.includes(id))
    .map(owner => ({ duty, by: owner, withinUnitIds: [owner.id] }))
}

const askedByName = (duty: DutyRead): readonly Asked[] => {
  const inspected = duty.owners.filter(owner => owner.inspected).map(({ id }) => id)
  return duty.runs
    ? [{ duty, by: runnerOf(duty), withinUnitIds: inspected.length > 0 ? inspected : [duty.unit_id] }]
    : []
}

const runnerOf = (duty: DutyRead): Asked['by'] => ({ id: duty.unit_id, name: duty.unit_name, kind: duty.unit_kind })

/** Nobody prepares a round sooner than this before its period. */
const soonDays = 7

const isDaily = ({ per }: Every): boolean => per === 'day' || per === 'continuous'

type Stretch = { readonly key: string; readonly start: PlainDate; readonly end: PlainDate }

/** The period that runs, or else the next one; of daily work the week. */
const nextPeriod = (duty: DutyRead, calendar: WorkingCalendar, today: PlainDate): Stretch | null => {
  if (isDaily(duty.every)) return duty.ends_on !== null && duty.ends_on < today ? null : periodOf('week', today)
  const life = { start: duty.starts_on ?? addDays(today, -400), end: duty.ends_on }
  const next = occurrencesOf(
    { every: duty.every, life, calendar },
    { start: addDays(today, -370), end: addDays(today, 370) },
  )
    .filter(({ periodEnd }) => periodEnd >= today)
    .sort((one, other) => (one.periodStart < other.periodStart ? -1 : 1))[0]
  return next ? { key: next.key, start: next.periodStart, end: next.periodEnd } : null
}

const proposal = (
  { duty, by, withinUnitIds }: Asked,
  { key, start, end }: Stretch,
  today: PlainDate,
): RoundProposal => {
  const kind = roundKindOf(duty.text) ?? 'open'
  const checked = duty.text.replace(doer, '')
  const named = duty.types.filter(type => checked.includes(type))
  return {
    dutyId: duty.id,
    text: duty.text,
    programme: { id: duty.programme_id, title: duty.programme_title },
    unit: unitRef(by.id, by.name, by.kind),
    kind,
    period: key,
    startsOn: later(start, earlier(today, end)),
    endsOn: end,
    title: titleOf(duty, key),
    pointTypes: named.length > 0 ? named : [...duty.types],
    withinUnitIds: [...withinUnitIds],
  }
}

/** Who does it, before how often: a street that checks is not the type of point that is checked. */
const doer = /^[^每,,。]*(?=每)/

/** `2026年5月` and the like, and what is checked. */
const titleOf = ({ text, every }: DutyRead, key: string): string => {
  const [year = '', part = ''] = key.split('#')[0]?.split('-') ?? []
  const when = part.startsWith('W')
    ? `${year}年第${Number(part.slice(1))}周`
    : part.startsWith('Q')
      ? `${year}年第${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度`
      : /^\d+$/.test(part)
        ? `${year}年${Number(part)}月`
        : `${year}年`
  const what = { day: '日常巡查', week: '每周抽查', month: '月度检查', quarter: '季度评比' }
  return `${when}${(what as Partial<Record<PeriodKind | 'continuous', string>>)[every.per] ?? '检查'}(${text.slice(0, 24)})` // other periods have no word of their own
}

const checkingDuties = async (context: Context, dutyId: string | undefined): Promise<readonly DutyRead[]> => {
  const { db, actor } = context
  const scope = pathArray(scopeOf(actor, 'round.manage'))
  const offices = scopeOf(actor, 'round.manage').length === 0 ? [] : ownOffices(context)
  const { rows } = await sql<DutyRead>`
    select d.id, d.text, d.every, d.starts_on::text, d.ends_on::text, g.id as programme_id, g.title as programme_title,
      u.id as unit_id, u.name as unit_name, u.kind as unit_kind,
      g.unit_path <@ any(${scope}) as runs,
      coalesce((select jsonb_agg(jsonb_build_object('id', y.id, 'name', y.name, 'kind', y.kind, 'inspected', exists (
          select from points p where p.tenant_id = d.tenant_id and p.archived_at is null and p.unit_path <@ y.path))
          order by y.path)
        from duty_units x join units y on y.tenant_id = x.tenant_id and y.id = x.unit_id
        where x.tenant_id = d.tenant_id and x.duty_id = d.id and y.path <@ u.path), '[]') as owners,
      array(select distinct p.point_type from points p
        where p.tenant_id = d.tenant_id and p.archived_at is null and p.unit_path <@ u.path order by 1) as types,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', r.unit_id, 'startsOn', r.starts_on, 'endsOn', r.ends_on)) from rounds r
        where r.tenant_id = d.tenant_id and r.duty_id = d.id and r.state <> 'cancelled'), '[]') as rounds
    from duties d
    join programmes g on g.tenant_id = d.tenant_id and g.id = d.programme_id and g.status = 'running'
    join units u on u.tenant_id = g.tenant_id and u.id = g.unit_id
    where d.tenant_id = ${actor.tenantId} and d.withdrawn_at is null
      and d.text ~ '检查|督查|抽查|督导|测评|评比|考评|暗访|暗查|互检|互查|互评|自查|自检|自评|巡查|巡检|明查|四不两直'
      and (${dutyId ?? null}::uuid is null or d.id = ${dutyId ?? null}::uuid)
      and (g.unit_path <@ any(${scope}) or exists (select from duty_units x where x.tenant_id = d.tenant_id and x.duty_id = d.id
        and x.unit_id = any(${offices}::uuid[])))
    order by g.title, d.ordinal, d.id`.execute(db)
  return rows.filter(({ text, types }) => roundKindOf(text) !== null && types.length > 0)
}
