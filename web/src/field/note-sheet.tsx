import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { mostNote } from './said-at-most.ts'
import { Sheet } from './sheet.tsx'
import { useDraft } from './use-draft.ts'
import { useSpeech } from './use-speech.ts'
import { fieldWords } from './words.ts'

type NoteSheetProps = {
  readonly title: string
  /** What the words are kept under until they are done. */
  readonly draft: string
  readonly note: string
  readonly onClose: () => void
  readonly onDone: (note: string) => Promise<void>
}

/** A few words, typed or spoken. They are kept at each character, and when the sheet is put away, too: nothing written is lost. */
export const NoteSheet = ({ title, draft, note, onClose, onDone }: NoteSheetProps) => {
  const t = useWords(fieldWords)
  const form = useDraft(draft, { text: note })
  const text = form.value?.text ?? note
  const speech = useSpeech(heard =>
    form.change(before => ({ text: before.text === '' ? heard : `${before.text}，${heard}` })),
  )
  const leave = async (): Promise<void> => {
    onClose()
    if (text.trim() !== note) await onDone(text.trim())
    await form.drop()
  }
  return (
    <Sheet title={title} onClose={leave}>
      <label className={styles.field}>
        <span className="only-heard">{title}</span>
        <textarea
          rows={4}
          maxLength={mostNote}
          value={text}
          placeholder={t('note.hint')}
          onChange={({ target }) => form.change(() => ({ text: target.value }))}
        />
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
