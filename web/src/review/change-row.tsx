import type { reviewContract } from '@luoshi/contract/review'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { Switch } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './comparison.module.css'
import { DiffText } from './diff-text.tsx'
import { publicationWords } from './publication-words.ts'
import { reviewWords } from './words.ts'

export type Change = InferContractRouterOutputs<typeof reviewContract>['comparison']['changes'][number]

type Props = { readonly change: Change; readonly kept: boolean; readonly onToggle: () => void }

const takes = { added: 'takeAdded', changed: 'takeChanged', gone: 'takeGone', same: 'takeChanged' } as const

/** One change: the sentence as it runs beside the sentence as it shall be, and which of the two is to hold. */
export const ChangeRow = ({ change, kept, onToggle }: Props) => {
  const t = useWords(publicationWords)
  const said = useWords(reviewWords)
  const { before, after, work, kind, what } = change
  const [old, fresh] = [sentence(before), sentence(after)]
  return (
    <article className={kept ? `${styles.row} ${styles.kept}` : styles.row}>
      <header>
        <Tag>{said(`kind_${kind}`)}</Tag>
        {work.assignments > 0 && <span className={styles.work}>{t('workThere', work)}</span>}
        <span className={styles.choice}>
          <span>{kept ? t('keepOld') : t(takes[what])}</span>
          <Switch checked={!kept} onChange={onToggle} size="small" aria-label={t(takes[what])} />
        </span>
      </header>
      <div className={styles.sides}>
        <Side title={t('beforeVersion')} empty={before === null} headline={more(before, old)}>
          {before && after ? <DiffText before={old} after={fresh} show="before" /> : old}
        </Side>
        <Side title={t('afterVersion')} empty={after === null} headline={more(after, fresh)}>
          {before && after ? <DiffText before={old} after={fresh} show="after" /> : fresh}
        </Side>
      </div>
    </article>
  )
}

type SideProps = {
  readonly title: string
  readonly empty: boolean
  /** What the item says beyond its sentence. */
  readonly headline: string
  readonly children: React.ReactNode
}

const Side = ({ title, empty, headline, children }: SideProps) => {
  const t = useWords(publicationWords)
  return (
    <div className={styles.side}>
      <small>{title}</small>
      {empty ? (
        <p className={styles.not}>{t('notThere')}</p>
      ) : (
        <>
          <p className={styles.sentence}>{children}</p>
          {headline !== '' && <b>{headline}</b>}
        </>
      )}
    </div>
  )
}

type Reading = Change['before']

const sentence = (side: Reading): string => side?.sentence ?? side?.text ?? ''

/** What was read from a sentence, where that is more than its words. */
const more = (side: Reading, words: string): string => {
  const read = (side?.text ?? '').replaceAll('>=', '≥').replaceAll('<=', '≤')
  const rest = read.startsWith(words) ? read.slice(words.length) : read
  return rest.replace(/^[（(](.*)[)）]$/u, '$1')
}
