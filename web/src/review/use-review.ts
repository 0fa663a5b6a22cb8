import type { DiagnosticShown, Item, ItemKind, Review } from '@luoshi/contract/review'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { asProblem, codeOf, type ProblemError } from '../ui/problem.ts'
import { newId } from '../ui/uuid.ts'
import { type Change, changed, changeTo, stepOf } from './changes.ts'
import { did, doAgain, emptyHistory, forget, type History, type Step, type Turn, takeBack } from './history.ts'
import { createItemSaver } from './item-saver.ts'
import { mergeItems } from './merge-items.ts'

/** Two people changed one item: what I wanted, and what it is now. */
export type Conflict = { readonly mine: Change; readonly theirs: Item }

const reviewOptions = (id: string) =>
  orpc.review.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false })

/** The review as it stands on this desk. */
export const useReviewQuery = (id: string) => useQuery(reviewOptions(id))

/** Writes to the review that is shown; nothing happens while it is not there. */
const useShown = (id: string) => {
  const client = useQueryClient()
  return useMemo(() => {
    const { queryKey } = reviewOptions(id)
    return {
      read: (): Review | undefined => client.getQueryData(queryKey),
      write: (change: (review: Review) => Review): void => {
        client.setQueryData(queryKey, review => (review ? change(review) : review))
      },
      refetch: () => client.invalidateQueries({ queryKey }),
    }
  }, [client, id])
}

const putItems = (review: Review, items: readonly Item[]): Review => ({
  ...review,
  items: [...mergeItems(review.items, items)],
})

export type ReviewDesk = ReturnType<typeof useReviewDesk>

/**
 * Everything one does to a review: each change shows at once, is saved in the background with the version it was made on,
 * and can be taken back. What another person changed in between is shown as a conflict and never overwritten.
 */
export const useReviewDesk = (planId: string, onFailed: (problem: ProblemError) => void) => {
  const shown = useShown(planId)
  const [history, setHistory] = useState<History>(emptyHistory)
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map())
  const [waiting, setWaiting] = useState(0)
  const failed = useRef(onFailed)
  failed.current = onFailed

  const itemOf = useCallback((id: string) => shown.read()?.items.find(item => item.id === id), [shown])

  const saver = useMemo(
    () =>
      createItemSaver<Change, Item>({
        send: (itemId, change) =>
          api.review.change({ id: planId, itemId, version: itemOf(itemId)?.version ?? 1, ...stated(change) }),
        saved: (_, saved, more) =>
          shown.write(review => putItems(review, [more ? { ...saved, ...unsaved(review, saved.id) } : saved])),
        failed: (itemId, mine, thrown) =>
          void settleFailure(planId, itemId, thrown).then(theirs => {
            if (!theirs) return failed.current(asProblem(thrown))
            shown.write(review => putItems(review, [theirs]))
            setHistory(before => forget(before, new Set([itemId])))
            if (codeOf(thrown) === 'version-stale') setConflicts(all => new Map(all).set(itemId, { mine, theirs }))
            else failed.current(asProblem(thrown))
          }),
        busy: setWaiting,
      }),
    [planId, shown, itemOf],
  )

  const put = useCallback(
    (itemId: string, change: Change): void => {
      shown.write(review => ({
        ...review,
        items: review.items.map(item => (item.id === itemId ? changed(item, change) : item)),
      }))
      saver.save(itemId, change)
    },
    [shown, saver],
  )

  const setNote = useCallback(
    async (id: string, state: DiagnosticShown['state'], note: string | null): Promise<void> => {
      const saved = await api.review.settle({ id: planId, diagnosticId: id, state, note })
      shown.write(review => ({ ...review, diagnostics: review.diagnostics.map(one => (one.id === id ? saved : one)) }))
    },
    [planId, shown],
  )

  const play = useCallback(
    (turn: Turn): void => {
      for (const step of turn.steps) {
        const item = step.on === 'item' ? itemOf(step.id) : undefined
        if (step.on === 'item' && item) put(step.id, changeTo(item, step.after))
        if (step.on === 'note') setNote(step.id, step.after.state, step.after.note).catch(told(failed.current))
      }
    },
    [itemOf, put, setNote],
  )

  const record = useCallback(
    (what: string, steps: readonly Step[]) => setHistory(before => did(before, { what, steps })),
    [],
  )

  return {
    history,
    conflicts,
    waiting,
    itemOf,
    isSaving: saver.isSaving,
    shown,
    change: useCallback(
      (what: string, changes: readonly { readonly itemId: string; readonly change: Change }[]): void => {
        const steps = changes.flatMap(({ itemId, change }) => {
          const item = itemOf(itemId)
          return item ? [stepOf(item, change)] : []
        })
        for (const { itemId, change } of changes) put(itemId, change)
        record(what, steps)
      },
      [itemOf, put, record],
    ),
    undo: (): Turn | null => {
      const back = takeBack(history)
      if (!back) return null
      play(back.turn)
      setHistory(back.history)
      return back.turn
    },
    redo: (): Turn | null => {
      const again = doAgain(history)
      if (!again) return null
      play(again.turn)
      setHistory(again.history)
      return again.turn
    },
    settle: async (what: string, note: DiagnosticShown, state: DiagnosticShown['state'], words: string | null) => {
      await setNote(note.id, state, words)
      const before = { state: note.state, note: note.note }
      record(what, [{ on: 'note', id: note.id, before, after: { state, note: words } }])
    },
    add: async (what: string, kind: ItemKind, span: Item['span'], content: Record<string, unknown>): Promise<Item> => {
      const item = await api.review.add({ id: planId, itemId: newId(), kind, span, content })
      shown.write(review => putItems(review, [item]))
      record(what, [{ on: 'item', id: item.id, before: { state: 'rejected', content: item.content }, after: item }])
      return item
    },
    confirmAll: async (what: string, kind: ItemKind): Promise<number> => {
      const before = shown.read()?.items ?? []
      const { confirmed } = await api.review.confirmAll({ id: planId, kind })
      const { items } = await api.review.changes({ id: planId, since: sinceOf(before) })
      shown.write(review => putItems(review, items))
      record(
        what,
        before
          .filter(
            ({ id, state }) => state === 'proposed' && items.some(now => now.id === id && now.state === 'confirmed'),
          )
          .map(item => stepOf(item, { state: 'confirmed' })),
      )
      return confirmed
    },
    match: async (name: string, to: Match): Promise<void> => {
      const { items } = await api.review.match({ id: planId, name, ...to })
      shown.write(review => putItems(review, items))
    },
    endConflict: (itemId: string, mine: Change | null): void => {
      setConflicts(all => new Map([...all].filter(([id]) => id !== itemId)))
      if (mine) put(itemId, mine)
    },
    forget: (ids: ReadonlySet<string>) => setHistory(before => forget(before, ids)),
  }
}

export type Match = {
  readonly unitIds: string[]
  readonly everyKind: Item['parties'][number]['units'][number]['kind'] | null
  readonly ignored: boolean
}

/** When the newest of the items changed; the server's clock, not ours. */
export const sinceOf = (items: readonly Item[]): string =>
  items.reduce((latest, { updatedAt }) => (Date.parse(updatedAt) > Date.parse(latest) ? updatedAt : latest), dawn)

const dawn = '1970-01-01T00:00:00+08:00'

const stated = ({ state, content }: Change) => ({
  ...(state && { state }),
  ...(content && { content: { ...content } }),
})

/** What is shown of an item while more of its changes are on their way. */
const unsaved = (review: Review, id: string): Partial<Item> => {
  const item = review.items.find(one => one.id === id)
  return item ? { state: item.state, content: item.content, edited: item.edited } : {}
}

/** The item as the server has it after a change was refused; null where the server cannot be asked. */
const settleFailure = async (planId: string, itemId: string, thrown: unknown): Promise<Item | null> => {
  if (codeOf(thrown) === 'unreachable') return null
  const { items } = await api.review.get({ id: planId }).catch(() => ({ items: [] }))
  return items.find(({ id }) => id === itemId) ?? null
}

const told =
  (tell: (problem: ProblemError) => void) =>
  (thrown: unknown): void =>
    tell(asProblem(thrown))
