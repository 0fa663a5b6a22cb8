import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { Sheet } from './sheet.tsx'
import { fieldWords } from './words.ts'

type LeaveSheetProps = { readonly onClose: () => void; readonly onLeave: () => void }

/** Says what happens to what is not sent yet, before one leaves. */
export const LeaveSheet = ({ onClose, onLeave }: LeaveSheetProps) => {
  const t = useWords(fieldWords)
  return (
    <Sheet title={t('sign-out')} onClose={onClose}>
      <p>{t('sign-out.detail')}</p>
      <button type="button" className={styles.seal} onClick={onLeave}>
        {t('sign-out')}
      </button>
    </Sheet>
  )
}
