import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { partsOf } from '@luoshi/rules/plain-date'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import styles from './duties.module.css'
import { calendarMark, type GridDay, type Month, monthGrid, monthsOn } from './month-grid.ts'
import type { CalendarDay } from './shapes.ts'
import { dutyWords } from './words.ts'

type Props = {
  readonly programmeId: string
  readonly month: Month
  readonly today: string
  readonly unitId: string | undefined
  readonly chosen: string | null
  readonly onMonth: (month: Month) => void
  readonly onDay: (day: string) => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A month on the Chinese working calendar, each day with what was due, recorded and missed. */
export const DutyCalendar = ({ programmeId, month, today, unitId, chosen, onMonth, onDay }: Props) => {
  const t = useWords(dutyWords)
  const input = { id: programmeId, month, ...(unitId && { unitId }) }
  const { data, error, refetch } = useQuery(
    orpc.duties.calendar.queryOptions({ input, placeholderData: keepPreviousData }),
  )
  const days = new Map((data ?? []).map(day => [day.day, day]))
  const { year, month: number } = partsOf(`${month}-01`)
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('month', { year, month: number })}</h2>
        <Button icon={<LeftOutlined />} aria-label={t('previous')} onClick={() => onMonth(monthsOn(month, -1))} />
        <Button icon={<RightOutlined />} aria-label={t('next')} onClick={() => onMonth(monthsOn(month, 1))} />
        {month !== today.slice(0, 7) && <Button onClick={() => onMonth(today.slice(0, 7))}>{t('thisMonth')}</Button>}
        <span className={styles.legend}>{t('legend')}</span>
      </header>
      {error && <ProblemNotice problem={error} onRetry={refetch} />}
      <div className={styles.grid}>
        {weekdays.map(weekday => (
          <span key={weekday} className={styles.weekday}>
            {t(`weekday_${weekday}`)}
          </span>
        ))}
        {monthGrid(month)
          .flat()
          .map(day => (
            <Day
              key={day.day}
              grid={day}
              counts={days.get(day.day)}
              isToday={day.day === today}
              isChosen={day.day === chosen}
              onDay={onDay}
            />
          ))}
      </div>
    </section>
  )
}

type DayProps = {
  readonly grid: GridDay
  readonly counts: CalendarDay | undefined
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly onDay: (day: string) => void
}

const Day = ({ grid: { day, inside }, counts, isToday, isChosen, onDay }: DayProps) => {
  const t = useWords(dutyWords)
  if (!inside) return <span className={styles.outside} />
  const { due, recorded, missed, working, holiday } = counts ?? {
    due: 0,
    recorded: 0,
    missed: 0,
    working: true,
    holiday: null,
  }
  const mark = counts && calendarMark(day, working)
  const classes = [styles.day, isToday && styles.today, isChosen && styles.chosen, counts && !working && styles.off]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-pressed={isChosen}
      onClick={() => onDay(day)}
    >
      <span className="only-heard">{t('dayTitle', { day, due, recorded, missed })}</span>
      <span className={styles.number} aria-hidden="true">
        {Number(day.slice(8))}
        {mark && (
          <i
            className={mark === 'rest' ? styles.rest : styles.work}
            title={mark === 'rest' ? t('restTitle', { name: holiday ?? '' }) : t('workTitle')}
          >
            {t(mark)}
          </i>
        )}
        {holiday && <small>{holiday}</small>}
      </span>
      <span className={styles.counts} aria-hidden="true">
        {missed > 0 && <b className={styles.missed}>{t('missed', { count: missed })}</b>}
        {due > 0 && <b className={styles.due}>{t('due', { count: due })}</b>}
        {recorded > 0 && <b className={styles.recorded}>{t('recorded', { count: recorded })}</b>}
      </span>
    </button>
  )
}
