import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { countdownText } from './countdown-text.ts'
import styles from './today.module.css'
import { todayWords } from './words.ts'

const most = 3

/** The days that are counted down to, and how many tasks are finished. */
export const Countdowns = ({ today: { countdowns, counts } }: { readonly today: Today }) => {
  const t = useWords(todayWords)
  const near = countdowns.filter(({ days }) => days >= 0).toSorted((one, other) => one.days - other.days)
  if (near.length === 0 && counts.total === 0) return null
  return (
    <section className={styles.count} aria-label={t('count.strip')}>
      {near.slice(0, most).map(({ programmeId, title, text, on, days }) => (
        <Link
          key={`${programmeId} ${text}`}
          to="/programmes/$programmeId"
          params={{ programmeId }}
          title={`${title} · ${on}`}
        >
          {days === 0 ? null : <b>{days}</b>}{' '}
          {t(days === 0 ? 'count.day-zero' : 'count.days', { text: countdownText(text) })}
        </Link>
      ))}
      {counts.total === 0 ? null : (
        <span className={styles.done}>
          <b>{counts.confirmed}</b> {t('count.done', { total: counts.total })}
        </span>
      )}
    </section>
  )
}
