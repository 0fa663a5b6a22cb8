import { type ReactNode, useEffect, useRef } from 'react'
import styles from './sheet.module.css'

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** Comes up from below, in reach of the thumb; a tap beside it, Escape or the back gesture puts it away. */
export const Sheet = ({ title, onClose, children }: SheetProps) => {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = place.current
    if (dialog?.open === false) dialog.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={place}
      className={styles.sheet}
      aria-label={title}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
