import { localDate } from '@luoshi/rules/local-time'
import { calendarWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import styles from './field.module.css'
import { useNow } from './field-context.tsx'
import { LeftLine } from './left-line.tsx'
import { Page } from './page.tsx'
import { isSeenWhole } from './point-rows.ts'
import { usePoints, useRounds, useVisits } from './readings.ts'
import { go } from './use-route.ts'
import { fieldWords } from './words.ts'

/** The rounds that drew this inspector, and the patrol of one's own points. */
export const RoundsPage = () => {
  const t = useWords(fieldWords)
  const u = useWords(uiWords)
  const now = useNow()
  const rounds = useRounds()
  const visits = useVisits()
  const points = usePoints()
  if (rounds === undefined || visits === undefined || points === undefined)
    return <Page title={t('rounds.title')}>{null}</Page>
  const drawn = new Set(rounds.flatMap(round => round.points.map(({ pointId }) => pointId)))
  const own = points.filter(({ id }) => !drawn.has(id)).length
  return (
    <Page title={t('rounds.title')} onBack={() => go({ page: 'home' })}>
      {rounds.length === 0 ? null : (
        <ul className={styles.list}>
          {rounds.map(round => {
            const done = round.points.filter(drawn => isSeenWhole(drawn, visits.get(drawn.visitId))).length
            return (
              <li key={round.id}>
                <button type="button" className={styles.row} onClick={() => go({ page: 'round', id: round.id })}>
                  <b>{round.title}</b>
                  <small>
                    {t(`kind.${round.kind}`)} ·{' '}
                    {t('rounds.until', { day: calendarWord(u, round.endsOn, localDate(now)) })}
                  </small>
                  <span className={done === round.points.length ? styles.good : ''}>
                    {t('rounds.left', { done, all: round.points.length })}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {own === 0 ? null : (
        <ul className={styles.list}>
          <li>
            <button type="button" className={styles.row} onClick={() => go({ page: 'patrol' })}>
              <b>{t('patrol')}</b>
              <small>{t('patrol.hint')}</small>
              <span>{own}</span>
            </button>
          </li>
        </ul>
      )}
      <LeftLine of={['points', 'visits']} />
      {rounds.length > 0 ? null : (
        <div className={styles.empty}>
          <h2>{t('rounds.none')}</h2>
          <p>{t('rounds.none.hint')}</p>
        </div>
      )}
    </Page>
  )
}
