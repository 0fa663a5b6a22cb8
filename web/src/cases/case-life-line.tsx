import type { CaseDetail } from '@luoshi/contract/cases'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './case.module.css'
import { caseLifeOf } from './case-life.ts'
import { casePageWords } from './case-page-words.ts'

/** The line of its life: found, assigned, mended, looked at, closed; each with who and when. */
export const CaseLine = ({ one }: { readonly one: CaseDetail }) => {
  const t = useWords(casePageWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return (
    <ol className={styles.line} aria-label={t('lifeline')}>
      {caseLifeOf(one).map(({ step, reached, event }) => (
        <li key={step} data-reached={reached}>
          <i aria-hidden />
          <b>{t(`step_${step}`)}</b>
          <small title={event ? exactWords(event.at) : undefined}>
            {event && [event.who?.name, pastWords(said, event.at, now)].filter(Boolean).join(' · ')}
          </small>
        </li>
      ))}
    </ol>
  )
}
