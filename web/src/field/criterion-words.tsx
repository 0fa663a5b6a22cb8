import type { Criterion } from '@luoshi/contract/standards'
import { useWords } from '../ui/i18n.ts'
import styles from './checklist.module.css'
import { fieldWords } from './words.ts'

/** What is asked, and where and how to look. */
export const CriterionWords = ({ criterion, place }: { readonly criterion: Criterion; readonly place: string }) => {
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
