import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from './use-notify.ts'

export type Act<T> = (done: string, write: () => Promise<T>) => Promise<boolean>

/** Does something to one thing, shows what it is now, and lets every list that counts it ask again. */
export const useAct = <T>(thing: QueryKey, counted: readonly QueryKey[]) => {
  const client = useQueryClient()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const act: Act<T> = async (done, write) => {
    setBusy(true)
    try {
      client.setQueryData(thing, await write())
      for (const queryKey of counted) void client.invalidateQueries({ queryKey })
      notify.done(done)
      return true
    } catch (thrown) {
      notify.refused(thrown)
      void client.invalidateQueries({ queryKey: thing })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}
