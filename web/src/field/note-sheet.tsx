import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { Sheet } from './sheet.tsx'
import { useSpeech } from './use-speech.ts'
import { fieldWords } from './words.ts'

type NoteSheetProps = {
  readonly title: string
  readonly note: string
  readonly onClose: () => void
  readonly onDone: (note: string) => void
}

/** A few words, typed or spoken. They are kept when the sheet is put away, too: nothing written is lost. */
export const NoteSheet = ({ title, note, onClose, onDone }: NoteSheetProps) => {
  const t = useWords(fieldWords)
  const [text, setText] = useState(note)
  const speech = useSpeech(heard => setText(before => (before === '' ? heard : `${before}，${heard}`)))
  const leave = (): void => {
    if (text.trim() !== note) onDone(text.trim())
    onClose()
  }
  return (
    <Sheet title={title} onClose={leave}>
      <label className={styles.field}>
        <span className="only-heard">{title}</span>
        <textarea rows={4} value={text} placeholder={t('note.hint')} onChange={event => setText(event.target.value)} />
      </label>
      <div className={speech.can ? styles.two : ''}>
        {speech.can ? (
          <button type="button" className={styles.plain} aria-pressed={speech.listening} onClick={speech.toggle}>
            {speech.listening ? t('note.listening') : t('note.speak')}
          </button>
        ) : null}
        <button type="button" className={styles.seal} style={{ width: '100%' }} onClick={leave}>
          {t('note.done')}
        </button>
      </div>
    </Sheet>
  )
}
