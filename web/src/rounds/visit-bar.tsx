import type { RoundRow } from '@luoshi/contract/rounds'
import { useWords } from '../ui/i18n.ts'
import styles from './rounds.module.css'
import { roundWords } from './words.ts'

/** How many of the points have been visited; once it is over, the rest is missed and not merely open. */
export const VisitBar = ({ round: { visited, points, state } }: { readonly round: RoundRow }) => {
  const t = useWords(roundWords)
  const missed = state === 'ended' ? points - visited : 0
  return (
    <span className={styles.progress}>
      <span className={styles.track} aria-hidden>
        <i className={styles.isVisited} style={{ width: `${(visited / Math.max(1, points)) * 100}%` }} />
        <i className={styles.isMissed} style={{ width: `${(missed / Math.max(1, points)) * 100}%` }} />
      </span>
      <span>
        {t('visited', { visited, points })}
        {missed > 0 ? <span className={styles.late}> · {t('missedCount', { count: missed })}</span> : null}
      </span>
    </span>
  )
}
