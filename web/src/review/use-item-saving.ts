import type { Item } from '@luoshi/contract/review'
import { canonicalJson, type Json } from '@luoshi/rules/canonical-json'
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
 * changed in between is kept as a conflict and never overwritten. While the server is out of reach changes wait, and are sent when
 * it answers.
 */
export const useItemSaving = (planId: string, shown: ShownReview, told: Told) => {
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map())
  const [waiting, setWaiting] = useState(0)
  const [away, setAway] = useState(false)
  const latest = useRef(told)
  latest.current = told

  const saver = useMemo(() => {
    const giveUp = async (itemId: string, mine: Change, thrown: unknown): Promise<void> => {
      const theirs = await itemOnServer(planId, itemId)
      if (theirs && codeOf(thrown) === 'version-stale' && says(theirs, mine)) return shown.put([theirs])
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
      saved: (itemId, saved, more) => {
        setAway(false)
        shown.put([more ? { ...saved, ...unsaved(shown.item(itemId)) } : saved])
      },
      again: async thrown => {
        const isCut = codeOf(thrown) === 'unreachable'
        setAway(isCut)
        if (isCut) await lineOrWhile()
        return isCut
      },
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
    return { put, hold, endConflict, isSaving: saver.isSaving, conflicts, waiting, away: away && waiting > 0 }
  }, [shown, saver, conflicts, waiting, away])
}

/** The change is there already: a line that broke may have carried it and lost the answer. */
const says = (item: Item, { state, content }: Change): boolean =>
  (state === undefined || state === item.state) &&
  (content === undefined || canonicalJson(asJson(content)) === canonicalJson(asJson(item.content)))

/** Contents come from the server as JSON and go there as JSON. */
const asJson = (content: Readonly<Record<string, unknown>>): Json => content as Json

const WHILE = 3000

/** Until the device says that it is connected again, or a while: a server that restarts says nothing. */
const lineOrWhile = (): Promise<void> =>
  new Promise(resolve => {
    const go = (): void => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, WHILE)
    addEventListener('online', go)
  })

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
