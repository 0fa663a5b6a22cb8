import type { Item } from '@luoshi/contract/review'
import { useMemo, useRef, useState } from 'react'
import { api } from '../ui/api.ts'
import { codeOf } from '../ui/problem.ts'
import { type Change, changed } from './changes.ts'
import { createItemSaver } from './item-saver.ts'
import type { ShownReview } from './use-shown-review.ts'

/** Two people changed one item: what I wanted, and what it is now. */
export type Conflict = { readonly mine: Change; readonly theirs: Item }

type Told = {
  readonly refused: (thrown: unknown) => void
  /** An item went back to what the server has: what I did to it before cannot be taken back any more. */
  readonly lost: (itemId: string) => void
}

/**
 * Shows each change of an item at once and saves it in the background with the version it was made on. What another person
 * changed in between is kept as a conflict and never overwritten.
 */
export const useItemSaving = (planId: string, shown: ShownReview, told: Told) => {
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map())
  const [waiting, setWaiting] = useState(0)
  const latest = useRef(told)
  latest.current = told

  const saver = useMemo(() => {
    const giveUp = async (itemId: string, mine: Change, thrown: unknown): Promise<void> => {
      const theirs = codeOf(thrown) === 'unreachable' ? null : await itemOnServer(planId, itemId)
      if (theirs) {
        shown.put([theirs])
        latest.current.lost(itemId)
      }
      if (theirs && codeOf(thrown) === 'version-stale') setConflicts(all => new Map(all).set(itemId, { mine, theirs }))
      else latest.current.refused(thrown)
    }
    return createItemSaver<Change, Item>({
      send: (itemId, change) =>
        api.review.change({ id: planId, itemId, version: shown.item(itemId)?.version ?? 1, ...stated(change) }),
      saved: (itemId, saved, more) => shown.put([more ? { ...saved, ...unsaved(shown.item(itemId)) } : saved]),
      failed: (itemId, mine, thrown) => void giveUp(itemId, mine, thrown),
      busy: setWaiting,
    })
  }, [planId, shown])

  return useMemo(() => {
    const put = (itemId: string, change: Change): void => {
      const item = shown.item(itemId)
      if (!item || Object.keys(change).length === 0) return
      shown.put([changed(item, change)])
      saver.save(itemId, change)
    }
    const endConflict = (itemId: string, redo: Change | null): void => {
      setConflicts(all => new Map([...all].filter(([id]) => id !== itemId)))
      if (redo) put(itemId, redo)
    }
    /** What I wanted of an item that another has changed while I was at it: shown to me instead of being saved. */
    const hold = (itemId: string, mine: Change): void => {
      const theirs = shown.item(itemId)
      if (theirs) setConflicts(all => new Map(all).set(itemId, { mine, theirs }))
    }
    return { put, hold, endConflict, isSaving: saver.isSaving, conflicts, waiting }
  }, [shown, saver, conflicts, waiting])
}

const stated = ({ state, content }: Change) => ({
  ...(state && { state }),
  ...(content && { content: { ...content } }),
})

/** What is shown of an item while more of its changes are on their way. */
const unsaved = (item: Item | undefined): Partial<Item> =>
  item ? { state: item.state, content: item.content, edited: item.edited } : {}

const itemOnServer = async (planId: string, itemId: string): Promise<Item | null> => {
  const review = await api.review.get({ id: planId }).catch(() => null)
  return review?.items.find(({ id }) => id === itemId) ?? null
}
