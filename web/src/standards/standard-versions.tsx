import type { StandardDetail } from '@luoshi/contract/standards'
import { Button } from 'antd'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './standards.module.css'
import { useVersions } from './use-versions.ts'
import { standardsWords } from './words.ts'

type Props = {
  readonly standard: StandardDetail
  readonly shown: number
  readonly against: string | undefined
}

/** Every version, newest first; each can be read, and compared with the one before it. */
export const StandardVersions = ({ standard, shown, against }: Props) => {
  const t = useWords(standardsWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const go = useVersions()
  const { versions } = standard
  return (
    <aside className={styles.versions} aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <ol>
        {versions.map(({ id, number, state, note, publishedAt, publishedBy }, index) => {
          const before = versions[index + 1]
          const isComparing = number === shown && against !== undefined
          return (
            <li key={id} aria-current={number === shown ? 'true' : undefined}>
              <button type="button" onClick={() => go({ number: String(number) })}>
                <b>{t('version.number', { number })}</b>
                {state === 'draft' ? <Tag tone="soon">{t('version.isDraft')}</Tag> : null}
              </button>
              {publishedAt === null ? null : (
                <small title={exactWords(publishedAt)}>
                  {t('version.by', { who: publishedBy?.name ?? '', when: pastWords(said, publishedAt, now) })}
                </small>
              )}
              {note === null ? null : <p>{note}</p>}
              {before === undefined ? null : isComparing ? (
                <Button size="small" onClick={() => go({ number: String(number) })}>
                  {t('compare.stop')}
                </Button>
              ) : (
                <Button size="small" onClick={() => go({ number: String(number), against: String(before.number) })}>
                  {t('compare', { number: before.number })}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </aside>
  )
}
