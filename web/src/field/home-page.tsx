import { useState } from 'react'
import { pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useTitle } from '../ui/use-title.ts'
import { uiWords } from '../ui/words.ts'
import { ClockLine } from './clock-line.tsx'
import field from './field.module.css'
import { useNow } from './field-context.tsx'
import styles from './home-page.module.css'
import { LeaveSheet } from './leave-sheet.tsx'
import { useBaggage, useRoundsLeft, useToday } from './readings.ts'
import { SettingsSheet } from './settings-sheet.tsx'
import { lateIn } from './today-lists.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

/** Three large things. What is not sent yet stands above them, quietly (`state-bar.tsx`). */
export const HomePage = ({ onLeave }: { readonly onLeave: () => void }) => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  useTitle(t('title'))
  const [sheet, setSheet] = useState<'settings' | 'leave' | null>(null)
  const close = (): void => setSheet(null)
  const now = useNow()
  const baggage = useBaggage()
  const units = baggage?.units.map(({ name }) => name).join('、') ?? ''
  return (
    <>
      <header className={field.head}>
        <div className={styles.brand}>
          <i aria-hidden="true">落</i>
          <h1>落实</h1>
          <span className={styles.who}>
            {baggage === undefined ? '' : t('home.hello', { name: baggage.person.name, units })}
          </span>
        </div>
      </header>
      <main className={field.body}>
        <div className={styles.cards}>
          <button type="button" className={styles.card} data-first onClick={() => go({ page: 'report' })}>
            <b>{t('report.card')}</b>
            <span>{t('report.card.sub')}</span>
          </button>
          <TodayCard />
          <RoundsCard />
        </div>
        <ClockLine />
        <footer className={styles.foot}>
          <span>
            {baggage === undefined
              ? t('state.never')
              : t('state.fresh', { when: pastWords(u, baggage.carriedAt, now.toISOString()) })}
          </span>
          <button type="button" onClick={() => setSheet('settings')}>
            {t('settings')}
          </button>
        </footer>
      </main>
      {sheet === 'settings' ? <SettingsSheet onClose={close} onLeave={() => setSheet('leave')} /> : null}
      {sheet === 'leave' ? <LeaveSheet onClose={close} onLeave={onLeave} /> : null}
    </>
  )
}

const TodayCard = () => {
  const t = useWords(fieldWords)
  const today = useToday()
  const now = useNow()
  const late = today === undefined ? 0 : lateIn(today, now)
  const due = [today?.late, today?.today, today?.mend, today?.recheck].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  )
  return (
    <button type="button" className={styles.card} onClick={() => go({ page: 'today' })}>
      <b>{t('today.card')}</b>
      <span className={late > 0 ? styles.late : ''}>
        {late > 0
          ? t('today.card.late', { due, late })
          : due > 0
            ? t('today.card.sub', { due })
            : today === undefined
              ? ''
              : t('today.card.none')}
      </span>
    </button>
  )
}

const RoundsCard = () => {
  const t = useWords(fieldWords)
  const left = useRoundsLeft()
  return (
    <button type="button" className={styles.card} onClick={() => go({ page: 'rounds' })}>
      <b>{t('rounds.card')}</b>
      <span>
        {left === undefined
          ? ''
          : left.all === 0
            ? left.own > 0
              ? t('rounds.card.own', { count: left.own })
              : t('rounds.card.none')
            : left.left === 0
              ? t('rounds.card.done')
              : t('rounds.card.sub', { count: left.left })}
      </span>
    </button>
  )
}
