import type { StandardDetail } from '@luoshi/contract/standards'
import { evidenceText } from '@luoshi/rules/evidence-words'
import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { sectionsOf } from './sections.ts'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

type Line = StandardDetail['content'][number]

/** The criteria as one reads them: what is looked at, how each grade is told, and where it comes from. */
export const CriteriaText = ({
  content,
  planId,
}: {
  readonly content: readonly Line[]
  readonly planId: string | null
}) => (
  <div className={styles.text}>
    {sectionsOf(content).map(({ name, from, criteria }) => (
      <section key={`${name} ${from}`}>
        {name === '' ? null : <h2>{name}</h2>}
        <ol start={from}>
          {criteria.map(one => (
            <CriterionText key={one.id} one={one} planId={planId} />
          ))}
        </ol>
      </section>
    ))}
  </div>
)

const CriterionText = ({ one, planId }: { readonly one: Line; readonly planId: string | null }) => {
  const t = useWords(standardsWords)
  const { text, critical, weight, grades, exceptions, evidence, lookWhere, lookHow, photo, sentence } = one
  const rules = [
    { word: t('field.conforms'), says: grades.conforms, tone: styles.conforms },
    { word: t('field.mostly'), says: grades.mostly, tone: styles.mostly },
    { word: t('field.fails'), says: grades.fails, tone: styles.fails },
  ].filter(({ says }) => says)
  const told = [
    { word: t('field.exceptions'), says: exceptions.join('；') },
    { word: t('field.evidence'), says: evidenceText(evidence) },
    { word: t('field.lookWhere'), says: [lookWhere, lookHow].filter(part => part !== '').join('；') },
  ].filter(({ says }) => says !== '')
  return (
    <li>
      <p className={styles.criterion}>
        {text}
        {critical ? <span className={styles.seal}>{t('critical')}</span> : null}
        {weight === 1 ? null : <small className={styles.soft}>{t('points_n', { weight })}</small>}
        {photo === 'required' ? <small className={styles.soft}>{t('photo.required')}</small> : null}
      </p>
      {rules.length === 0 ? null : (
        <dl className={styles.grades}>
          {rules.map(({ word, says, tone }) => (
            <div key={word} className={tone}>
              <dt>{word}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
      {told.length === 0 ? null : (
        <dl className={styles.told}>
          {told.map(({ word, says }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
      {sentence === null || planId === null ? null : (
        <p className={styles.sentence}>
          <small>{t('sentence')}</small>
          <q>{sentence}</q>
          <Link to="/plans/$planId" params={{ planId }} search={{ kind: 'checklist' }}>
            {t('sentence.open')}
          </Link>
        </p>
      )}
    </li>
  )
}
