import { CloseOutlined } from '@ant-design/icons'
import styles from './audit.module.css'

type NarrowedProps = {
  readonly person: string | null
  readonly subject: string | null
  readonly onClear: (part: 'person' | 'subject') => void
}

/** What the list was narrowed to by choosing a name in it, each with the way back. */
export const Narrowed = ({ person, subject, onClear }: NarrowedProps) => {
  const parts = [
    { part: 'person', words: person },
    { part: 'subject', words: subject },
  ] as const
  const set = parts.filter(({ words }) => words !== null)
  return set.length === 0 ? null : (
    <p className={styles.narrowed}>
      {set.map(({ part, words }) => (
        <button key={part} type="button" onClick={() => onClear(part)}>
          {words} <CloseOutlined aria-hidden="true" />
        </button>
      ))}
    </p>
  )
}
