import type { Review } from '@luoshi/contract/review'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import styles from './review-foot.module.css'
import type { ReviewDesk } from './use-review.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly planId: string
  readonly desk: ReviewDesk
  readonly others: Review['present']
  readonly canChange: boolean
}

/** What the keys do, whether all is saved, and who else is looking. */
export const ReviewFoot = ({ planId, desk, others, canChange }: Props) => {
  const t = useWords(reviewWords)
  return (
    <footer className={styles.foot} data-away={desk.away}>
      <span className={styles.hint}>
        <kbd>j</kbd> <kbd>k</kbd> {t('hint_move')}
      </span>
      <span className={styles.hint}>
        <kbd>n</kbd> {t('hint_next')}
      </span>
      {canChange && (
        <button type="button" className={styles.undo} disabled={!desk.canUndo} onClick={desk.undo}>
          <kbd>u</kbd> {t('hint_undo')}
        </button>
      )}
      <span className={styles.hint}>
        <kbd>?</kbd>
      </span>
      <FileLink path={`/plans/${planId}/document.docx`}>{t('printDocument')}</FileLink>
      <span className={styles.state} aria-live="polite">
        {others.length > 0 && (
          <span className={styles.others}>
            {others.slice(0, 3).map(({ id, name }) => (
              <i key={id} title={name}>
                {name.slice(0, 1)}
              </i>
            ))}
            {t('alsoHere', { names: others.map(({ name }) => name).join(t('comma')) })}
          </span>
        )}
        {canChange &&
          (desk.away ? (
            <b className={styles.away}>{t('away', { count: desk.waiting })}</b>
          ) : desk.waiting > 0 ? (
            `${t('saving')}…`
          ) : (
            t('saved')
          ))}
      </span>
    </footer>
  )
}
