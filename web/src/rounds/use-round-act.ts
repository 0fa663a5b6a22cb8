import type { RoundDetail } from '@luoshi/contract/rounds'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useNotify } from '../ui/use-notify.ts'

/** Takes a step with a round, shows what it is now, and lets every list that counts it ask again. */
export const useRoundAct = (id: string) => {
  const client = useQueryClient()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const act = async (done: string, write: () => Promise<RoundDetail>): Promise<boolean> => {
    setBusy(true)
    try {
      const now = await write()
      client.setQueryData(orpc.rounds.get.queryKey({ input: { id } }), now)
      void client.invalidateQueries({ queryKey: orpc.rounds.list.key() })
      void client.invalidateQueries({ queryKey: orpc.rounds.results.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
      notify.done(done)
      return true
    } catch (thrown) {
      notify.refused(thrown)
      void client.invalidateQueries({ queryKey: orpc.rounds.get.queryKey({ input: { id } }) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}

export type RoundAct = ReturnType<typeof useRoundAct>
