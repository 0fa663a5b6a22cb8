import { useSyncExternalStore } from 'react'

/** Whether the device believes itself connected. */
export const useConnection = (): boolean =>
  useSyncExternalStore(
    told => {
      addEventListener('online', told)
      addEventListener('offline', told)
      return () => {
        removeEventListener('online', told)
        removeEventListener('offline', told)
      }
    },
    () => navigator.onLine,
  )
