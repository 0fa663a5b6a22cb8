import type { DiagnosticShown, Item, ItemKind } from '@luoshi/contract/review'
import { useMemo, useRef } from 'react'
import { api } from '../ui/api.ts'
import { newId } from '../ui/uuid.ts'
import { type Change, changeTo, stepOf } from './changes.ts'
import type { Step, Turn } from './history.ts'
import { useItemSaving } from './use-item-saving.ts'
import { type ShownReview, useShownReview } from './use-shown-review.ts'
import { useTurns } from './use-turns.ts'

export type ReviewDesk = ReturnType<typeof useReviewDesk>

/** Everything one does to a review: it shows at once, is saved in the background, and can be taken back. */
export const useReviewDesk = (planId: string, refused: (thrown: unknown) => void) => {
  const shown = useShownReview(planId)
  const lose = useRef<(ids: ReadonlySet<string>) => void>(() => undefined)
  const saving = useItemSaving(planId, shown, { refused, lost: id => lose.current(new Set([id])) })

  const play = ({ steps }: Turn): void => {
    for (const step of steps) {
      const item = step.on === 'item' ? shown.item(step.id) : undefined
      if (step.on === 'item' && item) saving.put(step.id, changeTo(item, step.after))
      if (step.on === 'note') settleNote(planId, shown, step.id, step.after).catch(refused)
    }
  }
  const turns = useTurns(play)
  lose.current = turns.forget

  const acts = useMemo(() => actsOn(planId, shown, turns.record), [planId, shown, turns.record])
  const putAll = (changes: Changes): readonly Step[] => {
    const steps = changes.flatMap(({ itemId, change }) => {
      const item = shown.item(itemId)
      return item ? [stepOf(item, change)] : []
    })
    for (const { itemId, change } of changes) saving.put(itemId, change)
    return steps
  }
  const change = (what: string, changes: Changes): void => turns.record(what, putAll(changes))
  /** A note that is settled by changing items: done in one go and taken back in one. */
  const mend = async (what: string, note: DiagnosticShown, after: Settled, changes: Changes): Promise<void> => {
    await settleNote(planId, shown, note.id, after)
    turns.record(what, [...putAll(changes), noteStep(note, after)])
  }
  return { shown, ...saving, ...turns, ...acts, change, mend }
}

export type Match = {
  readonly unitIds: string[]
  readonly everyKind: Item['parties'][number]['units'][number]['kind'] | null
  readonly ignored: boolean
}

type Changes = readonly { readonly itemId: string; readonly change: Change }[]
type Settled = Pick<DiagnosticShown, 'state' | 'note' | 'remedied'>

/** What is done in one request, and noted so that it can be taken back. */
const actsOn = (planId: string, shown: ShownReview, record: ReturnType<typeof useTurns>['record']) => ({
  settle: async (what: string, note: DiagnosticShown, after: Settled): Promise<void> => {
    await settleNote(planId, shown, note.id, after)
    record(what, [noteStep(note, after)])
  },
  add: async (what: string, kind: ItemKind, span: Item['span'], content: Record<string, unknown>): Promise<Item> => {
    const item = await api.review.add({ id: planId, itemId: newId(), kind, span, content })
    shown.put([item])
    record(what, [{ on: 'item', id: item.id, before: { state: 'rejected', content: item.content }, after: item }])
    return item
  },
  confirmAll: async (what: string, kind: ItemKind): Promise<number> => {
    const before = shown.items()
    const { confirmed } = await api.review.confirmAll({ id: planId, kind })
    const { items } = await api.review.changes({ id: planId, since: sinceOf(before) })
    const now = new Set(items.filter(({ state }) => state === 'confirmed').map(({ id }) => id))
    shown.put(items)
    record(
      what,
      before
        .filter(item => item.state === 'proposed' && now.has(item.id))
        .map(item => stepOf(item, { state: 'confirmed' })),
    )
    return confirmed
  },
  match: async (name: string, to: Match): Promise<void> => {
    const { items } = await api.review.match({ id: planId, name, ...to })
    shown.put(items)
  },
})

const settleNote = async (planId: string, shown: ShownReview, id: string, after: Settled): Promise<void> => {
  const saved = await api.review.settle({ id: planId, diagnosticId: id, ...after })
  shown.write(review => ({ ...review, diagnostics: review.diagnostics.map(one => (one.id === id ? saved : one)) }))
}

const noteStep = ({ id, state, note, remedied }: DiagnosticShown, after: Settled): Step => ({
  on: 'note',
  id,
  before: { state, note, remedied },
  after,
})

/** When the newest of the items changed; the server's clock, not ours. */
export const sinceOf = (items: readonly Item[]): string =>
  items.reduce((latest, { updatedAt }) => (Date.parse(updatedAt) > Date.parse(latest) ? updatedAt : latest), dawn)

const dawn = '1970-01-01T00:00:00+08:00'
