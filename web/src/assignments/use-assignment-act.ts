import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { orpc } from '../ui/api.ts'
import { useAct } from '../ui/use-act.ts'

/** Does something to an assignment. */
export const useAssignmentAct = (id: string) =>
  useAct<AssignmentDetail>(orpc.assignments.get.queryKey({ input: { id } }), [
    orpc.assignments.list.key(),
    orpc.programmes.key(),
    orpc.today.key(),
  ])
