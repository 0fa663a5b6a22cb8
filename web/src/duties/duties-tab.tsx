import { roundKindOf } from '@luoshi/rules/round-kind'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay, useMe } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { cadenceWords } from './cadence-words.ts'
import { DayList } from './day-list.tsx'
import styles from './duties.module.css'
import { DutyCalendar } from './duty-calendar.tsx'
import type { Duty } from './shapes.ts'
import { dutyWords } from './words.ts'

/** Recurring work on a calendar: a month of what was due, recorded and missed; a day with its lines. */
export const DutiesTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(dutyWords)
  const { today } = useMe().tenant
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const duties = useQuery(orpc.duties.list.queryOptions({ input: { id: programmeId } }))
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? (search.month ?? '') : today.slice(0, 7)
  const day = search.day ?? (month === today.slice(0, 7) ? today : null)
  const put = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '.', search: { ...search, ...next }, replace: true, resetScroll: false })
  if (duties.isError) return <ProblemNotice problem={duties.error} onRetry={duties.refetch} />
  if (!duties.data) return <Waiting rows={10} />
  if (duties.data.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
  return (
    <div className={styles.tab}>
      <DutyList duties={duties.data} chosen={search.duty} onChoose={duty => put({ duty })} />
      <div className={styles.calendar}>
        <FromDuty duty={duties.data.find(({ id }) => id === search.duty)} />
        <UnitChoice programmeId={programmeId} value={search.unit} onChange={unit => put({ unit })} />
        <DutyCalendar
          programmeId={programmeId}
          month={month}
          today={today}
          unitId={search.unit}
          chosen={day}
          onMonth={next => put({ month: next, day: undefined })}
          onDay={next => put({ day: next, month })}
        />
        {day ? (
          <DayList
            key={`${day}${search.duty ?? ''}${search.unit ?? ''}`}
            programmeId={programmeId}
            day={day}
            dutyId={search.duty}
            unitId={search.unit}
          />
        ) : (
          <p className={styles.soft}>{t('pick')}</p>
        )}
      </div>
    </div>
  )
}

/** Recurring work that somebody goes and looks at: the round it asks for next, prefilled. */
const FromDuty = ({ duty }: { readonly duty: Duty | undefined }) => {
  const t = useWords(dutyWords)
  const may = useMay()
  if (duty === undefined || !may('round.manage') || roundKindOf(duty.text) === null) return null
  return (
    <LinkButton to="/rounds/new" search={{ duty: duty.id }}>
      {t('prepareRound')}
    </LinkButton>
  )
}

type DutyListProps = {
  readonly duties: readonly Duty[]
  readonly chosen: string | undefined
  readonly onChoose: (duty: string | undefined) => void
}

const DutyList = ({ duties, chosen, onChoose }: DutyListProps) => {
  const t = useWords(dutyWords)
  return (
    <aside className={styles.list}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        <b>{t('all')}</b>
      </button>
      {duties.map(duty => (
        <button
          key={duty.id}
          type="button"
          aria-pressed={chosen === duty.id}
          onClick={() => onChoose(chosen === duty.id ? undefined : duty.id)}
        >
          <b>{duty.text}</b>
          <span>
            {cadenceWords(duty.every, t)} · {t('units', { count: duty.units })}
          </span>
          <span className={duty.missed > 0 ? styles.late : undefined}>
            {t('counts', { due: duty.due, recorded: duty.recorded, missed: duty.missed })}
          </span>
        </button>
      ))}
    </aside>
  )
}

type UnitChoiceProps = {
  readonly programmeId: string
  readonly value: string | undefined
  readonly onChange: (unit: string | undefined) => void
}

const UnitChoice = ({ programmeId, value, onChange }: UnitChoiceProps) => {
  const t = useWords(dutyWords)
  const { data } = useQuery(orpc.programmes.overview.queryOptions({ input: { id: programmeId } }))
  if (!data || data.byUnit.length < 2) return null
  return (
    <Select
      aria-label={t('anyUnit')}
      className={styles.unit ?? ''}
      value={value ?? ''}
      onChange={unit => onChange(unit === '' ? undefined : unit)}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('anyUnit') },
        ...data.byUnit.map(({ unit }) => ({ value: unit.id, label: unit.name })),
      ]}
    />
  )
}
