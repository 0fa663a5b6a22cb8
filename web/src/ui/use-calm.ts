import { useSyncExternalStore } from 'react'

/** The reader wishes for less motion; the style sheets say the same. */
const calm = '(prefers-reduced-motion: reduce)'

const subscribe = (listener: () => void): (() => void) => {
  const wish = matchMedia(calm)
  wish.addEventListener('change', listener)
  return () => wish.removeEventListener('change', listener)
}

/** What waits for the end of a motion that has no length would wait for ever: it must be told not to move. */
export const useCalm = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(calm).matches)
