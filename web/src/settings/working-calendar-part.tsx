import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { partsOf } from '@luoshi/rules/plain-date'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay, useMe } from '../ui/session.ts'
import calendarStyles from './calendar.module.css'
import { CalendarDayDialog } from './calendar-day-dialog.tsx'
import { CalendarMonth, type SpecialDay } from './calendar-month.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** The year as it is worked here: the country's holidays and make-up days, and the county's own changes. */
export const WorkingCalendarPart = () => {
  const t = useWords(settingsWords)
  const may = useMay()
  const { today } = useMe().tenant
  const [year, setYear] = useState(partsOf(today).year)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data = [], error, refetch } = useQuery(orpc.calendar.list.queryOptions({ input: { year } }))
  const special = new Map<string, SpecialDay>(data.map(each => [each.day, each]))
  return (
    <section>
      <p className={styles.soft}>{t('cal.why')}</p>
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      <div className={calendarStyles.head}>
        <Button icon={<LeftOutlined />} aria-label={t('cal.earlier')} onClick={() => setYear(year - 1)} />
        <b>{year}</b>
        <Button icon={<RightOutlined />} aria-label={t('cal.later')} onClick={() => setYear(year + 1)} />
        <p className={calendarStyles.legend}>
          <span>
            <i className={calendarStyles.rest}>{t('cal.rest')}</i> {t('cal.legend.rest')}
          </span>
          <span>
            <i className={calendarStyles.work}>{t('cal.work')}</i> {t('cal.legend.work')}
          </span>
          <span>
            <i className={calendarStyles.own} /> {t('cal.legend.own')}
          </span>
        </p>
      </div>
      <div className={calendarStyles.months}>
        {months.map(month => (
          <CalendarMonth
            key={month}
            year={year}
            month={month}
            today={today}
            special={special}
            onChoose={may('settings.manage') ? setChosen : null}
          />
        ))}
      </div>
      {chosen === null ? null : (
        <CalendarDayDialog day={chosen} special={special.get(chosen)} onClose={() => setChosen(null)} />
      )}
    </section>
  )
}
