import { taskParts } from '@luoshi/rules/task-name'
import { useMemo, useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import type { Notify } from '../ui/use-notify.ts'
import type { Change } from './changes.ts'
import type { CardActs } from './item-card.tsx'
import { headlineOf } from './item-words.ts'
import type { ReadingPlace } from './use-reading-place.ts'
import type { ReviewDesk } from './use-review.ts'
import { reviewWords } from './words.ts'

type Setters = {
  readonly hover: (id: string | null) => void
  readonly edit: (id: string | null) => void
}

/** What every card may do, as one object that never changes. */
export const useCardActs = (
  desk: ReviewDesk,
  place: ReadingPlace,
  notify: Notify,
  me: string,
  set: Setters,
): CardActs => {
  const t = useWords(reviewWords)
  const latest = useRef({ desk, place, set })
  latest.current = { desk, place, set }
  return useMemo(() => {
    const change = (id: string, change: Change): void => {
      const { desk } = latest.current
      const item = desk.shown.item(id)
      if (item) desk.change(taskParts(headlineOf(item, t)).head, [{ itemId: id, change }])
    }
    return {
      choose: id => latest.current.place.goTo(latest.current.desk.shown.item(id)),
      hover: id => latest.current.set.hover(id),
      setState: (id, state) => {
        if (latest.current.desk.shown.item(id)?.state !== state) change(id, { state })
        if (state !== 'proposed') latest.current.place.goOn(id)
      },
      edit: id => {
        latest.current.place.goTo(id === null ? null : latest.current.desk.shown.item(id))
        latest.current.set.edit(id)
      },
      save: (id, content, opened) => {
        const { desk, set } = latest.current
        const now = desk.shown.item(id)
        const wanted: Change = { content, state: 'confirmed' }
        if (now && now.version !== opened && now.updatedBy?.id !== me) desk.hold(id, wanted)
        else change(id, wanted)
        set.edit(null)
      },
      match: (name, to) =>
        void latest.current.desk.match(name, to).then(() => notify.done(t('partyRemember', { name })), notify.refused),
      endConflict: (id, redo) => {
        const { desk } = latest.current
        desk.endConflict(id, redo ? (desk.conflicts.get(id)?.mine ?? null) : null)
      },
    }
  }, [notify, t, me])
}
