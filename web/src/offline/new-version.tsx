import { useEffect, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { keepOffline } from './keep-offline.ts'
import styles from './new-version.module.css'
import { offlineWords } from './words.ts'

/** Keeps the door that shows it on this device; a line at the foot when a newer release lies ready. */
export const NewVersion = ({ door }: { readonly door: string }) => {
  const words = useWords(offlineWords)
  const [open, setOpen] = useState<(() => void) | null>(null)
  useEffect(() => {
    const ending = new AbortController()
    void keepOffline(door, offered => setOpen(() => offered), ending.signal)
    return () => ending.abort()
  }, [door])
  if (open === null) return null
  return (
    <p role="status" className={styles.notice}>
      {words('new-version')}
      <button type="button" onClick={open}>
        {words('new-version.open')}
      </button>
    </p>
  )
}
