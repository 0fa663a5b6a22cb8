import type { VisitRow } from '@luoshi/contract/visits'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { VisitLacks } from './visit-lacks.tsx'
import styles from './visits.module.css'
import { visitWords } from './words.ts'

/** What came of a visit, in a line: score, what failed, and whether something critical did. */
export const VisitOutcome = ({ visit }: { readonly visit: VisitRow }) => {
  const t = useWords(visitWords)
  if (visit.finishedAt === null) return <Tag tone="soon">{t('unfinished')}</Tag>
  const counted = [
    ['conforms', visit.conforms],
    ['mostly', visit.mostly],
    ['fails', visit.fails],
    ['not-applicable', visit.notApplicable],
  ] as const
  return (
    <span className={styles.outcome}>
      {visit.score === null ? null : <b>{t('score', { score: visit.score })}</b>}
      {counted.map(([grade, count]) =>
        count === 0 ? null : (
          <span key={grade} className={grade === 'fails' ? styles.late : styles.soft}>
            {t(`grade.${grade}`)} {count}
          </span>
        ),
      )}
      <VisitLacks of={visit} />
      {visit.criticalFailed ? <Tag tone="late">{t('criticalFailed')}</Tag> : null}
    </span>
  )
}
