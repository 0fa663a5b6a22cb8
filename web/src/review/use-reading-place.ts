import type { Item, ItemKind, Review } from '@luoshi/contract/review'
import { useMemo, useState } from 'react'
import { countKinds, inReadingOrder, kindOrder, nextWaiting, waitingFor } from './waiting.ts'

/** Where the reader is: which kind is open, which item is chosen, and which come before and after it. */
export const useReadingPlace = (
  review: Review,
  start: { readonly kind?: string | undefined; readonly item?: string | undefined },
) => {
  const asked = review.items.find(({ id }) => id === start.item)
  const [kind, setKind] = useState<ItemKind>(
    () => asked?.kind ?? kindOrder.find(one => one === start.kind) ?? firstKind(review.items),
  )
  const [chosen, setChosen] = useState<string | null>(() => asked?.id ?? null)
  const [showRejected, setShowRejected] = useState(false)

  const counts = useMemo(() => countKinds(review.items), [review.items])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is settled when a kind is opened, and then stays
  const first = useMemo(() => new Map(review.items.map(item => [item.id, waitingFor(item)])), [kind, review.planId])
  const ofKind = useMemo(() => review.items.filter(item => item.kind === kind), [review.items, kind])
  const listed = useMemo(
    () =>
      inReadingOrder(
        ofKind.filter(item => showRejected || item.state !== 'rejected'),
        first,
      ),
    [ofKind, showRejected, first],
  )
  const all = useMemo(
    () =>
      kindOrder.flatMap(one =>
        inReadingOrder(
          review.items.filter(item => item.kind === one),
          first,
        ),
      ),
    [review.items, first],
  )

  const goTo = (item: Item | null | undefined): void => {
    if (!item) return
    setKind(item.kind)
    setChosen(item.id)
    if (item.state === 'rejected') setShowRejected(true)
  }
  const at = listed.findIndex(({ id }) => id === chosen)
  return {
    kind,
    chosen,
    counts,
    listed,
    showRejected,
    setShowRejected,
    rejected: ofKind.length - (counts.find(count => count.kind === kind)?.all ?? 0),
    goTo,
    setKind: (next: ItemKind): void => {
      setKind(next)
      setChosen(null)
    },
    step: (by: 1 | -1): void => goTo(listed[at === -1 ? (by === 1 ? 0 : listed.length - 1) : at + by]),
    /** The one after it, and where the kind ends the first of another kind that is not yet decided. */
    goOn: (from: string): void => {
      const place = listed.findIndex(({ id }) => id === from)
      const open = (item: Item) => item.state === 'proposed' && item.id !== from
      goTo(listed[place + 1] ?? listed.find(open) ?? all.find(open))
    },
    nextWaiting: (): Item | null => {
      const next = nextWaiting(all, chosen)
      goTo(next)
      return next
    },
    shiftKind: (by: 1 | -1): void => {
      const kinds = counts.filter(count => count.all > 0).map(count => count.kind)
      const next = kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length]
      if (!next) return
      setKind(next)
      setChosen(null)
    },
  }
}

export type ReadingPlace = ReturnType<typeof useReadingPlace>

const firstKind = (items: readonly Item[]): ItemKind => {
  const counts = countKinds(items).filter(({ all }) => all > 0)
  return (counts.find(({ waiting }) => waiting > 0) ?? counts[0])?.kind ?? 'task'
}
