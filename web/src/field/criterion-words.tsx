import type { Criterion } from '@luoshi/contract/standards'
import { useWords } from '../ui/i18n.ts'
import styles from './checklist.module.css'
import { fieldWords } from './words.ts'

type CriterionWordsProps = {
  readonly criterion: Criterion
  readonly place: string
  /** Back to the criterion before, where a wet finger slipped; null at the first. */
  readonly onBefore: (() => void) | null
}

/** What is asked, and where and how to look. */
export const CriterionWords = ({ criterion, place, onBefore }: CriterionWordsProps) => {
  const t = useWords(fieldWords)
  const { section, critical, text, lookWhere, lookHow, evidence, grades } = criterion
  const hints = [
    { name: t('visit.where'), words: lookWhere },
    { name: t('visit.how'), words: lookHow },
    { name: t('grade.fails'), words: grades.fails ?? '' },
    { name: t('visit.evidence'), words: evidence.map(({ name }) => name).join('、') },
  ].filter(({ words }) => words !== '')
  return (
    <>
      <div className={styles.where}>
        <p className={styles.section}>
          {place}
          {section === '' ? '' : ` · ${section}`}
          {critical ? (
            <>
              {' · '}
              <b>{t('visit.critical')}</b>
            </>
          ) : null}
        </p>
        {onBefore === null ? null : (
          <button type="button" className={styles.before} onClick={onBefore}>
            {t('visit.before')}
          </button>
        )}
      </div>
      <h2>{text}</h2>
      {hints.length === 0 ? null : (
        <div className={styles.how}>
          {hints.map(({ name, words }) => (
            <p key={name}>
              <b>{name}</b>：{words}
            </p>
          ))}
        </div>
      )}
    </>
  )
}
