import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './assignment.module.css'
import { lifeOf } from './life.ts'
import { assignmentWords } from './words.ts'

/** The line of its life: given, accepted, under way, handed in, done; each with who and when. */
export const LifeLine = ({ assignment }: { readonly assignment: AssignmentDetail }) => {
  const t = useWords(assignmentWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return (
    <ol className={styles.life}>
      {lifeOf(assignment).map(({ step, reached, event }) => (
        <li key={step} data-reached={reached}>
          <i aria-hidden />
          <b>{t(`step_${step}`)}</b>
          <small title={event ? exactWords(event.at) : undefined}>
            {event && `${event.who.name} · ${pastWords(said, event.at, now)}`}
            {step === 'progress' && reached !== 'ahead' && assignment.state !== 'confirmed' && (
              <em> {t('percent', { percent: assignment.progress })}</em>
            )}
          </small>
        </li>
      ))}
    </ol>
  )
}
