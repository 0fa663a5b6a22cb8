import type { CaseDetail } from '@luoshi/contract/cases'
import { orpc } from '../ui/api.ts'
import { type Act, useAct } from '../ui/use-act.ts'

export type CaseAct = Act<CaseDetail>

/** Takes a step with a case. */
export const useCaseAct = (id: string) =>
  useAct<CaseDetail>(orpc.cases.get.queryKey({ input: { id } }), [
    orpc.cases.list.key(),
    orpc.cases.board.key(),
    orpc.cases.map.key(),
    orpc.today.key(),
  ])
