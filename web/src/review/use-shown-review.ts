import type { Item, Review } from '@luoshi/contract/review'
import { retold } from '@luoshi/plan-compiler/4-check/in-words'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { orpc } from '../ui/api.ts'
import { type Language, useLook } from '../ui/look.ts'
import { mergeItems } from './merge-items.ts'

/** Fetched once: from then on it is kept up by our own changes and by those that are asked for. */
const reviewOptions = (id: string) =>
  orpc.review.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false })

/** The review as it stands on this desk, what the compiler found told in the reader's language. */
export const useReviewQuery = (id: string) => {
  const { language } = useLook()
  const select = useCallback((review: Review) => toldIn(review, language), [language])
  return useQuery({ ...reviewOptions(id), select })
}

const toldIn = (review: Review, language: Language): Review => ({
  ...review,
  diagnostics: review.diagnostics.map(one => ({ ...one, message: retold(one, language) })),
})

export type ShownReview = ReturnType<typeof useShownReview>

/** Reads and writes the review that is shown; nothing happens while it is not there. */
export const useShownReview = (id: string) => {
  const client = useQueryClient()
  return useMemo(() => {
    const { queryKey } = reviewOptions(id)
    const write = (change: (review: Review) => Review): void => {
      client.setQueryData(queryKey, review => (review ? change(review) : review))
    }
    const read = (): Review | undefined => client.getQueryData(queryKey)
    return {
      read,
      write,
      items: (): readonly Item[] => read()?.items ?? [],
      item: (itemId: string): Item | undefined => read()?.items.find(item => item.id === itemId),
      put: (items: readonly Item[]): void =>
        write(review => ({ ...review, items: [...mergeItems(review.items, items)] })),
      refetch: () => client.invalidateQueries({ queryKey }),
    }
  }, [client, id])
}
