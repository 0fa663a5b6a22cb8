import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useNotify } from '../ui/use-notify.ts'

/** Does something to an assignment, shows what it is now, and lets every list that counts it ask again. */
export const useAssignmentAct = (id: string) => {
  const client = useQueryClient()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const act = async (done: string, write: () => Promise<AssignmentDetail>): Promise<boolean> => {
    setBusy(true)
    try {
      const now = await write()
      client.setQueryData(orpc.assignments.get.queryKey({ input: { id } }), now)
      void client.invalidateQueries({ queryKey: orpc.assignments.list.key() })
      void client.invalidateQueries({ queryKey: orpc.programmes.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
      notify.done(done)
      return true
    } catch (thrown) {
      notify.refused(thrown)
      void client.invalidateQueries({ queryKey: orpc.assignments.get.queryKey({ input: { id } }) })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}
