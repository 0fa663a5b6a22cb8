import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { fieldWords } from './words.ts'

/** Says that the form was begun before, and lets one begin anew. */
export const DraftLine = ({ onDrop }: { readonly onDrop: () => void }) => {
  const t = useWords(fieldWords)
  return (
    <div className={styles.draft} role="status">
      <span>{t('draft.found')}</span>
      <button type="button" className={styles.act} onClick={onDrop}>
        {t('draft.drop')}
      </button>
    </div>
  )
}
