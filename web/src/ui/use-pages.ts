import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'

export type PageOf<T> = { readonly items: readonly T[]; readonly next: string | null; readonly total: number | null }

/** A keyset list as far as it has been read. */
export type Pages<T> = {
  readonly items: readonly T[]
  readonly total: number | null
  readonly waiting: boolean
  readonly problem: unknown
  readonly hasMore: boolean
  readonly readingMore: boolean
  readonly readMore: () => void
  readonly retry: () => void
}

/** How an operation that answers in keyset pages is asked for the next one; for `orpc.….infiniteOptions`. */
export const keyset = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { readonly next: string | null }) => last.next ?? undefined,
}

type Options<T> = Parameters<
  typeof useInfiniteQuery<PageOf<T>, Error, InfiniteData<PageOf<T>>, readonly unknown[], string | undefined>
>[0]

/** `usePages(orpc.people.list.infiniteOptions({ input: cursor => ({ ...filter, cursor }), ...keyset }))` */
export const usePages = <T>(options: Options<T>): Pages<T> => pagesOf(useInfiniteQuery(options))

const pagesOf = <T>(query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>): Pages<T> => ({
  items: query.data?.pages.flatMap(page => page.items) ?? [],
  total: query.data?.pages[0]?.total ?? null,
  waiting: query.isPending,
  problem: query.isError ? query.error : null,
  hasMore: query.hasNextPage,
  readingMore: query.isFetchingNextPage,
  readMore: () => void query.fetchNextPage(),
  retry: () => void query.refetch(),
})
