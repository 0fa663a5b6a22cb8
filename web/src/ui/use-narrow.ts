import { useSyncExternalStore } from 'react'

/** The width below which the desk is laid out for a phone; the style sheets say the same. */
const narrow = '(max-width: 720px)'

const subscribe = (listener: () => void): (() => void) => {
  const screen = matchMedia(narrow)
  screen.addEventListener('change', listener)
  return () => screen.removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(narrow).matches)
