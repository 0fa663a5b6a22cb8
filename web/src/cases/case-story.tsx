import type { CaseDetail } from '@luoshi/contract/cases'
import { exactWords, pastWords } from '../ui/date-words.ts'
import type { Say } from '../ui/i18n.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'
import { caseWords } from './words.ts'

type Event = CaseDetail['events'][number]

const plain = [
  'open',
  'seen-again',
  'relapse',
  'told',
  'assign',
  'accept',
  'refuse',
  'start',
  'submit',
  'recheck',
  'close',
  'dismiss',
  'withdraw',
  'merge',
  'list',
  'comment',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'extension-lapsed',
] as const

const wordsOf = (event: Event, t: Say<typeof casePageWords>, said: Say<typeof caseWords>): string => {
  const { kind, content } = event
  const text = (name: string): string => (typeof content[name] === 'string' ? content[name] : '')
  const level = (['grid', 'community', 'street', 'county'] as const).find(one => one === content.to)
  if (kind === 'escalate' && level) return t('event_escalate', { level: said(`level_${level}`) })
  if (kind === 'merged-in') return t('event_merged-in', { number: text('number') })
  if (kind === 'notice' || kind === 'notice-acknowledged') return t(`event_${kind}`, { number: text('number') })
  if (kind === 'recheck') return t(content.passed === true ? 'recheckPassed' : 'recheckFailed')
  if (kind === 'assign' && text('unit')) return t('toUnit', { unit: text('unit') })
  const known = plain.find(one => one === kind)
  return known ? t(`event_${known}`) : kind
}

/** Everything that happened, the latest first, with the pictures that came with it. */
export const CaseStory = ({ one: { events, files } }: { readonly one: CaseDetail }) => {
  const t = useWords(casePageWords)
  const cases = useWords(caseWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const filesOf = (content: Event['content']) =>
    Array.isArray(content.evidenceIds) ? files.filter(({ id }) => (content.evidenceIds as unknown[]).includes(id)) : []
  return (
    <section>
      <h2>{t('life')}</h2>
      <ol className={styles.story}>
        {events.toReversed().map(event => (
          <li
            key={event.id}
            data-kind={event.kind}
            data-failed={event.kind === 'recheck' && event.content.passed === false}
          >
            <span>
              <b>{event.who?.name ?? (event.kind === 'escalate' ? t('bySystem') : '')}</b> {wordsOf(event, t, cases)}
            </span>
            <time dateTime={event.at} title={exactWords(event.at)}>
              {pastWords(said, event.at, now)}
            </time>
            {event.note && <p>{event.note}</p>}
            <DoneEarlier event={event} />
            <Small files={filesOf(event.content)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const tenMinutes = 600_000

/** When a phone without a signal did what it told later. */
const DoneEarlier = ({ event: { at, content } }: { readonly event: Event }) => {
  const t = useWords(casePageWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const { doneAt } = content
  if (typeof doneAt !== 'string' || Date.parse(at) - Date.parse(doneAt) < tenMinutes) return null
  return <small title={exactWords(doneAt)}>{t('doneAt', { when: pastWords(said, doneAt, now) })}</small>
}

const Small = ({ files }: { readonly files: CaseDetail['files'] }) =>
  files.some(({ thumbnailUrl }) => thumbnailUrl) ? (
    <span className={styles.small}>
      {files.map(({ id, thumbnailUrl, name, url }) =>
        thumbnailUrl && url ? (
          <a key={id} href={url} target="_blank" rel="noreferrer">
            <img src={thumbnailUrl} alt={name} loading="lazy" />
          </a>
        ) : null,
      )}
    </span>
  ) : null
