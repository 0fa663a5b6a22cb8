import { type PlainDate, partsOf, weekdayOf } from '@luoshi/rules/plain-date'
import { weekdayWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './calendar.module.css'
import { weeksOf } from './month-days.ts'
import { settingsWords } from './words.ts'

export type SpecialDay = {
  readonly day: string
  readonly kind: 'work' | 'rest'
  readonly name: string
  readonly origin: 'statutory' | 'own'
}

type CalendarMonthProps = {
  readonly year: number
  readonly month: number
  readonly today: PlainDate
  readonly special: ReadonlyMap<string, SpecialDay>
  /** Null for those who may only look. */
  readonly onChoose: ((day: PlainDate) => void) | null
}

/** One month, with 休 and 班 on the days that are not what their weekday says. */
export const CalendarMonth = ({ year, month, today, special, onChoose }: CalendarMonthProps) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const weeks = weeksOf(year, month)
  const heads = (weeks[1] ?? []).filter(day => day !== null)
  return (
    <table className={styles.month}>
      <caption>{t('cal.month', { month })}</caption>
      <thead>
        <tr>
          {heads.map(day => (
            <th key={day} scope="col" abbr={weekdayWord(said, day)}>
              {weekdayWord(said, day).slice(-1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week.find(day => day !== null)}>
            {week.map((day, weekday) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what it is
                <td key={weekday} />
              ) : (
                <Day key={day} day={day} isToday={day === today} special={special.get(day)} onChoose={onChoose} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = Pick<CalendarMonthProps, 'onChoose'> & {
  readonly day: PlainDate
  readonly isToday: boolean
  readonly special: SpecialDay | undefined
}

const Day = ({ day, isToday, special, onChoose }: DayProps) => {
  const t = useWords(settingsWords)
  const isWeekend = weekdayOf(day) > 5
  const works = special === undefined ? !isWeekend : special.kind === 'work'
  const mark =
    special === undefined ? null : (
      <i className={works ? styles.work : styles.rest}>{t(works ? 'cal.work' : 'cal.rest')}</i>
    )
  const looks = [works ? '' : styles.off, isToday ? styles.today : '', special?.origin === 'own' ? styles.own : '']
  const inside = (
    <>
      {partsOf(day).day}
      {mark}
    </>
  )
  return (
    <td className={looks.join(' ')} title={special?.name}>
      {onChoose === null ? (
        inside
      ) : (
        <button type="button" aria-label={`${day} ${special?.name ?? ''}`} onClick={() => onChoose(day)}>
          {inside}
        </button>
      )}
    </td>
  )
}
