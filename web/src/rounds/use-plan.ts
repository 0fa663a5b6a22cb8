import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import type { Draft } from './draft.ts'

export type PersonSeat = {
  readonly person: { readonly id: string; readonly name: string }
  readonly unit: { readonly id: string; readonly name: string }
}

/** How many points there are of each stratum, and who may be drawn, for where and what the draft inspects. */
export const usePlan = ({ unitId, kind, pointTypes, withinUnitIds }: Draft) => {
  const isAsked = unitId !== '' && pointTypes.length > 0 && withinUnitIds.length > 0
  return useQuery(
    orpc.rounds.plan.queryOptions({
      input: isAsked
        ? { unitId, kind, pointTypes: [...pointTypes], withinUnitIds: [...withinUnitIds], total: null, margin: null }
        : skipToken,
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  )
}
