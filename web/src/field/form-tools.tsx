import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { PhotoButton } from './photo-button.tsx'
import { useSpeech } from './use-speech.ts'
import { fieldWords } from './words.ts'

type FormToolsProps = {
  readonly photoLabel: string
  /** Null where no photo can be added. */
  readonly onPhoto: ((file: File) => Promise<void>) | null
  readonly onHeard: (text: string) => void
}

/** Camera and dictation, at the thumb: a problem is told without typing. */
export const FormTools = ({ photoLabel, onPhoto, onHeard }: FormToolsProps) => {
  const t = useWords(fieldWords)
  const speech = useSpeech(onHeard)
  if (onPhoto === null && !speech.can) return null
  return (
    <div className={styles.side}>
      {onPhoto === null ? null : (
        <PhotoButton className={styles.plain} onPhoto={onPhoto}>
          {photoLabel} <small>{t('report.photo.sub')}</small>
        </PhotoButton>
      )}
      {speech.can ? (
        <button type="button" className={styles.plain} aria-pressed={speech.listening} onClick={speech.toggle}>
          {speech.listening ? t('note.listening') : t('note.speak')}
        </button>
      ) : null}
    </div>
  )
}
