import type { PointRow } from '@luoshi/contract/points'
import { useNavigate, useSearch } from '@tanstack/react-router'

const statuses = ['good', 'open', 'late', 'unseen'] as const satisfies readonly PointRow['status'][]

type PointPages = '/points' | '/points/map' | '/points/labels'

/** The filters that list, map and labels share, kept in the address so that one leads to the other with them. */
export const usePointFilter = (page: PointPages) => {
  const search = useSearch({ from: `/shell${page}` })
  const navigate = useNavigate({ from: page })
  const { q = '', unit, type, archived } = search
  const status = statuses.find(one => one === search.status)
  const isArchived = archived === 'yes'
  return {
    ...{ q, unit, type, status, isArchived, statuses, act: search.act },
    /** As the operations take it. */
    input: { q: q || undefined, unitId: unit, pointType: type, status, archived: isArchived },
    isNarrowed: q !== '' || unit !== undefined || type !== undefined || status !== undefined || isArchived,
    /** For links to the other pages. */
    shared: { q: q || undefined, unit, type, status },
    narrow: (change: Readonly<Record<string, string | undefined>>): void =>
      void navigate({ search: before => ({ ...before, ...change }), replace: true }),
    clear: (): void => void navigate({ search: {}, replace: true }),
  }
}

export type PointFilter = ReturnType<typeof usePointFilter>
