import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { Sheet } from './sheet.tsx'
import { fieldWords } from './words.ts'

type ExceptionSheetProps = {
  readonly exceptions: readonly string[]
  readonly onClose: () => void
  readonly onChoose: (exception: string) => void
}

/** What the standard lets pass, named one by one: it conforms, and the record says why. */
export const ExceptionSheet = ({ exceptions, onClose, onChoose }: ExceptionSheetProps) => {
  const t = useWords(fieldWords)
  return (
    <Sheet title={t('visit.exception.why')} onClose={onClose}>
      {exceptions.map(exception => (
        <button key={exception} type="button" className={styles.plain} onClick={() => onChoose(exception)}>
          {exception}
        </button>
      ))}
    </Sheet>
  )
}
