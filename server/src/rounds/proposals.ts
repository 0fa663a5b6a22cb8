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
  /** Units that owe the duty and have points. */
  readonly within: readonly string[]
  readonly types: readonly string[]
  readonly rounds: readonly { readonly startsOn: string; readonly endsOn: string }[]
}

/**
 * What running duties of checking ask for next and nobody has prepared. Daily checks are proposed a week at a time, and only when
 * asked for by their duty: a line for every day would be noise.
 */
export const proposeRounds = async (
  context: Context,
  { dutyId }: { readonly dutyId?: string | undefined } = {},
): Promise<RoundProposal[]> => {
  const { db, actor, clock } = context
  const today = localDate(clock.now())
  const duties = (await checkingDuties(context, dutyId)).filter(({ every }) => dutyId !== undefined || !isDaily(every))
  if (duties.length === 0) return []
  const calendar = await calendarOf(db, actor.tenantId)
  return duties.flatMap(duty => {
    const period = nextPeriod(duty, calendar, today)
    const isTaken = duty.rounds.some(round => period && round.startsOn <= period.end && round.endsOn >= period.start)
    if (period === null || (dutyId === undefined && (isTaken || period.start > addDays(today, soonDays)))) return []
    return [proposal(duty, period, today)]
  })
}

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

const proposal = (duty: DutyRead, { key, start, end }: Stretch, today: PlainDate): RoundProposal => {
  const kind = roundKindOf(duty.text) ?? 'open'
  const named = duty.types.filter(type => duty.text.includes(type))
  return {
    dutyId: duty.id,
    text: duty.text,
    programme: { id: duty.programme_id, title: duty.programme_title },
    unit: unitRef(duty.unit_id, duty.unit_name, duty.unit_kind),
    kind,
    period: key,
    startsOn: later(start, earlier(today, end)),
    endsOn: end,
    title: titleOf(duty, key),
    pointTypes: named.length > 0 ? named : [...duty.types],
    withinUnitIds: duty.within.length > 0 ? [...duty.within] : [duty.unit_id],
  }
}

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

const checkingDuties = async ({ db, actor }: Context, dutyId: string | undefined): Promise<readonly DutyRead[]> => {
  const { rows } = await sql<DutyRead>`
    select d.id, d.text, d.every, d.starts_on::text, d.ends_on::text, g.id as programme_id, g.title as programme_title,
      u.id as unit_id, u.name as unit_name, u.kind as unit_kind,
      array(select x.unit_id from duty_units x join units y on y.tenant_id = x.tenant_id and y.id = x.unit_id
        where x.tenant_id = d.tenant_id and x.duty_id = d.id and y.path <@ u.path and exists (select from points p
          where p.tenant_id = d.tenant_id and p.archived_at is null and p.unit_path <@ y.path)) as within,
      array(select distinct p.point_type from points p
        where p.tenant_id = d.tenant_id and p.archived_at is null and p.unit_path <@ u.path order by 1) as types,
      coalesce((select jsonb_agg(jsonb_build_object('startsOn', r.starts_on, 'endsOn', r.ends_on)) from rounds r
        where r.tenant_id = d.tenant_id and r.duty_id = d.id and r.state <> 'cancelled'), '[]') as rounds
    from duties d
    join programmes g on g.tenant_id = d.tenant_id and g.id = d.programme_id and g.status = 'running'
    join units u on u.tenant_id = g.tenant_id and u.id = g.unit_id
    where d.tenant_id = ${actor.tenantId} and d.withdrawn_at is null
      and d.text ~ '检查|督查|抽查|督导|测评|评比|考评|暗访|暗查|互检|互查|互评|自查|自检|自评|巡查|巡检|明查|四不两直'
      and (${dutyId ?? null}::uuid is null or d.id = ${dutyId ?? null}::uuid)
      and g.unit_path <@ any(${pathArray(scopeOf(actor, 'round.manage'))})
    order by g.title, d.ordinal, d.id`.execute(db)
  return rows.filter(({ text, types }) => roundKindOf(text) !== null && types.length > 0)
}
