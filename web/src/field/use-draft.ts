import { useEffect, useRef, useState } from 'react'
import { useField } from './field-context.tsx'

export type DraftForm<T> = {
  /** Undefined until it is known whether there is one. */
  readonly value: T | undefined
  /** Was begun before and not finished. */
  readonly isFound: boolean
  readonly change: (part: (before: T) => Partial<T>) => void
  readonly drop: () => Promise<void>
}

/** A form as it stands, kept on the phone at every change until it is dropped. `blank` is how it begins. */
export const useDraft = <T extends object>(key: string, blank: T): DraftForm<T> => {
  const { drafts } = useField()
  const [value, setValue] = useState<T>()
  const [isFound, setFound] = useState(false)
  const latest = useRef(blank)
  const first = useRef(blank)
  useEffect(() => {
    let isGone = false
    void drafts.read(key).then(found => {
      if (isGone) return
      latest.current = asDraft(found, first.current)
      setFound(found !== undefined)
      setValue(latest.current)
    })
    return () => {
      isGone = true
    }
  }, [key, drafts])
  return {
    value,
    isFound,
    change: part => {
      latest.current = { ...latest.current, ...part(latest.current) }
      drafts.keep(key, latest.current)
      setValue(latest.current)
    },
    drop: async () => {
      latest.current = first.current
      await drafts.drop(key)
      setFound(false)
      setValue(first.current)
    },
  }
}

/** What was kept may be of an older release: what it knows is taken, the rest is as in the beginning. */
const asDraft = <T extends object>(found: unknown, blank: T): T =>
  typeof found === 'object' && found !== null ? { ...blank, ...found } : blank
