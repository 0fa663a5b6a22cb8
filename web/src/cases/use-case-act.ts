import type { CaseDetail } from '@luoshi/contract/cases'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useNotify } from '../ui/use-notify.ts'

export type CaseAct = (done: string, write: () => Promise<CaseDetail>) => Promise<boolean>

/** Takes a step with a case, shows what it is now, and lets every list that counts it ask again. */
export const useCaseAct = (id: string) => {
  const client = useQueryClient()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const act: CaseAct = async (done, write) => {
    setBusy(true)
    try {
      const now = await write()
      client.setQueryData(orpc.cases.get.queryKey({ input: { id } }), now)
      void client.invalidateQueries({ queryKey: orpc.cases.list.key() })
      void client.invalidateQueries({ queryKey: orpc.cases.board.key() })
      void client.invalidateQueries({ queryKey: orpc.cases.map.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
      notify.done(done)
      return true
    } catch (thrown) {
      notify.refused(thrown)
      void client.invalidateQueries({ queryKey: orpc.cases.get.queryKey({ input: { id } }) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}
