import type { Item } from '@luoshi/contract/review'
import { Button } from 'antd'
import { useWords } from '../ui/i18n.ts'
import { changed } from './changes.ts'
import { DiffText } from './diff-text.tsx'
import styles from './item-card.module.css'
import { wholeOf } from './item-words.ts'
import type { Conflict } from './use-item-saving.ts'
import { reviewWords } from './words.ts'

type Props = { readonly item: Item; readonly conflict: Conflict; readonly onEnd: (redo: boolean) => void }

/** Somebody else was quicker: what the item is now beside what I wanted, and which of the two it shall be. */
export const ConflictNotice = ({ item, conflict: { mine, theirs }, onEnd }: Props) => {
  const t = useWords(reviewWords)
  const wanted = changed(item, mine)
  return (
    <div className={styles.conflict} role="alert">
      <p>{t('conflict', { name: theirs.updatedBy?.name ?? t('conflictSomebody') })}</p>
      <dl>
        <dt>{t('theirs')}</dt>
        <dd>
          {t(`state_${theirs.state}`)} · {wholeOf(theirs, t)}
        </dd>
        <dt>{t('mine')}</dt>
        <dd>
          {t(`state_${wanted.state}`)}
          {mine.content && (
            <>
              {' · '}
              <DiffText before={wholeOf(theirs, t)} after={wholeOf(wanted, t)} show="after" />
            </>
          )}
        </dd>
      </dl>
      <div className={styles.acts}>
        <Button size="small" onClick={() => onEnd(false)}>
          {t('takeTheirs')}
        </Button>
        <Button size="small" onClick={() => onEnd(true)}>
          {t('redoMine')}
        </Button>
      </div>
    </div>
  )
}
