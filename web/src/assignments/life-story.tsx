import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './assignment.module.css'
import { assignmentWords } from './words.ts'

const kinds = [
  'accept',
  'progress',
  'submit',
  'return',
  'confirm',
  'withdraw',
  'extension-asked',
  'extension-granted',
  'extension-refused',
] as const

/** Everything that happened, the latest first. */
export const LifeStory = ({ assignment: { events } }: { readonly assignment: AssignmentDetail }) => {
  const t = useWords(assignmentWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  if (events.length === 0) return null
  return (
    <section>
      <h2>{t('life')}</h2>
      <ol className={styles.story}>
        {events.toReversed().map(event => {
          const kind = kinds.find(one => one === event.kind)
          return (
            <li key={event.id} data-kind={event.kind}>
              <span>
                <b>{event.who.name}</b> {kind ? t(`event_${kind}`) : event.kind}
                {event.progress !== null && ` ${t('percent', { percent: event.progress })}`}
              </span>
              <time title={exactWords(event.at)}>{pastWords(said, event.at, now)}</time>
              {event.note && <p>{event.note}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
