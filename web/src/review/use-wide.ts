import { useSyncExternalStore } from 'react'

/** Whether the screen is at least so wide. */
export const useWide = (pixels: number): boolean =>
  useSyncExternalStore(
    listener => {
      const screen = matchMedia(`(min-width: ${pixels}px)`)
      screen.addEventListener('change', listener)
      return () => screen.removeEventListener('change', listener)
    },
    () => matchMedia(`(min-width: ${pixels}px)`).matches,
  )
