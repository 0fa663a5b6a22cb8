import { useState } from 'react'
import styles from './sheet.module.css'
import type { ColumnKey } from './sheet.ts'

type InputProps = {
  readonly label: string
  readonly column: ColumnKey
  readonly text: string
  readonly onWrite: (text: string) => boolean
  readonly placeholder?: string
  readonly wrong?: string
}

type Typed = { readonly text: string; readonly isTaken: boolean }

/**
 * What cannot be taken stays on the screen, marked, until it is mended. Cells of several parts are shown as typed until they are
 * left: a line just begun is none yet.
 */
export const CellInput = ({ label, column, text, onWrite, placeholder, wrong }: InputProps) => {
  const [typed, setTyped] = useState<Typed | null>(null)
  const hasParts = column === 'exceptions' || column === 'evidence' || column === 'weight'
  const isWrong = typed !== null && !typed.isTaken
  return (
    <>
      <textarea
        rows={1}
        data-cell={column}
        aria-label={label}
        aria-invalid={isWrong}
        placeholder={placeholder}
        value={typed?.text ?? text}
        onChange={event => {
          const isTaken = onWrite(event.target.value)
          setTyped(isTaken && !hasParts ? null : { text: event.target.value, isTaken })
        }}
        onBlur={() => setTyped(before => (before?.isTaken ? null : before))}
      />
      {isWrong && wrong !== undefined ? <small className={styles.wrong}>{wrong}</small> : null}
    </>
  )
}
