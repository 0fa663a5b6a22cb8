import type { Item } from '@luoshi/contract/review'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orpc } from '../ui/api.ts'

/** Names that a party may be given: those the plan uses, and the units of the county. */
export const usePartyNames = (items: readonly Item[]): readonly string[] => {
  const units = useQuery(orpc.units.list.queryOptions({ input: { archived: false }, staleTime: 60_000 }))
  return useMemo(
    () => [
      ...new Set([
        ...items.flatMap(({ parties }) => parties.map(({ name }) => name)),
        ...(units.data ?? []).map(({ name }) => name),
      ]),
    ],
    [items, units.data],
  )
}
