import type { DiagnosticShown } from '@luoshi/contract/review'
import { Button, Input } from 'antd'
import { memo, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './notes.module.css'
import { reviewWords } from './words.ts'

export type NoteActs = {
  readonly read: (id: string | null) => void
  readonly remedy: (note: DiagnosticShown) => void
  readonly settle: (note: DiagnosticShown, words: string) => void
}

type Props = {
  readonly note: DiagnosticShown
  readonly open: boolean
  readonly canChange: boolean
  readonly acts: NoteActs
}

/** A teacher's note: what is wrong, why it matters, what to do; and the hand to do it with. */
export const NoteCard = memo(({ note, open, canChange, acts }: Props) => {
  const t = useWords(reviewWords)
  const { message, remedy, severity } = note
  return (
    <div className={`${styles.note} ${styles[severity]} ${open ? styles.open : ''}`}>
      <button
        type="button"
        className={styles.what}
        onClick={() => acts.read(open ? null : note.id)}
        aria-expanded={open}
      >
        {message.what}
      </button>
      <p className={styles.why}>{message.why}</p>
      {open && (
        <p className={styles.fix}>
          <span>{t('noteFix')}</span> {message.fix}
        </p>
      )}
      {canChange && (remedy || open) && (
        <div className={styles.acts}>
          {remedy && (
            <button type="button" onClick={() => acts.remedy(note)}>
              {t('applyRemedy', { text: remedy.text })}
            </button>
          )}
          {open && <Settle onSettle={words => acts.settle(note, words)} />}
        </div>
      )}
    </div>
  )
})

const Settle = ({ onSettle }: { readonly onSettle: (words: string) => void }) => {
  const t = useWords(reviewWords)
  const [words, setWords] = useState<string | null>(null)
  if (words === null)
    return (
      <button type="button" onClick={() => setWords('')}>
        {t('settle')}
      </button>
    )
  return (
    <form
      className={styles.settle}
      onSubmit={event => {
        event.preventDefault()
        if (words.trim() !== '') onSettle(words.trim())
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={words}
        maxLength={500}
        placeholder={t('settleAsk')}
        aria-label={t('settleAsk')}
        onChange={event => setWords(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && setWords(null)}
      />
      <Button size="small" htmlType="submit" disabled={words.trim() === ''}>
        {t('settleDo')}
      </Button>
    </form>
  )
}
