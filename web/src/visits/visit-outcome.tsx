import type { VisitRow } from '@luoshi/contract/visits'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

/** What came of a visit, in a line: score, what failed, and whether something critical did. */
export const VisitOutcome = ({ visit }: { readonly visit: VisitRow }) => {
  const t = useWords(visitWords)
  if (visit.finishedAt === null) return <Tag tone="soon">{t('unfinished')}</Tag>
  return (
    <span className={styles.outcome}>
      {visit.score === null ? null : <b>{t('score', { score: visit.score })}</b>}
      <span className={visit.fails > 0 ? styles.late : styles.soft}>{t('counts', visit)}</span>
      {visit.criticalFailed ? <Tag tone="late">{t('criticalFailed')}</Tag> : null}
    </span>
  )
}
