import { useCallback, useEffect, useRef, useState } from 'react'
import { draftPlace, dropDraft, keepDraft, readDraft } from './draft.ts'

const PAUSE = 400

type KeptDraft = {
  /** When it was kept last; null while nothing is. */
  readonly at: string | null
  readonly full: boolean
  /** Another window of this device has kept words of its own since. */
  readonly elsewhere: boolean
  /** What was handed in is no draft any more; what was typed meanwhile is. */
  readonly handedIn: (handed: string) => void
}

/** Keeps the draft at every pause in typing, and when the page is left in the middle of a word. */
export const useKeptDraft = (personId: string, text: string, year: number | null): KeptDraft => {
  const [state, setState] = useState<{ at: string | null; full: boolean }>({ at: null, full: false })
  const [elsewhere, setElsewhere] = useState(false)
  const handed = useRef<string | null>(null)
  const opened = useRef<{ readonly text: string; readonly year: number | null } | null>({ text, year })

  useEffect(() => {
    // A window in which nothing was typed keeps nothing: it may show what another has replaced since.
    if (opened.current?.text === text && opened.current.year === year) return
    opened.current = null
    const keep = (): void => {
      clearTimeout(timer)
      if (handed.current === text) return
      const now = new Date()
      const fits = keepDraft(localStorage, personId, { text, year, savedAt: now.toISOString() })
      setState({ at: fits && text !== '' ? now.toTimeString().slice(0, 5) : null, full: !fits })
    }
    const timer = setTimeout(keep, PAUSE)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [personId, text, year])

  useEffect(() => {
    const hear = ({ key, newValue }: StorageEvent): void => {
      if (key === draftPlace(personId) && newValue !== null) setElsewhere(true)
    }
    addEventListener('storage', hear)
    return () => removeEventListener('storage', hear)
  }, [personId])

  const handedIn = useCallback(
    (given: string): void => {
      handed.current = given
      if (readDraft(localStorage, personId)?.text === given) dropDraft(localStorage, personId)
    },
    [personId],
  )
  return { ...state, elsewhere, handedIn }
}
