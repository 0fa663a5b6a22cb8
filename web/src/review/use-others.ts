import type { Item, Review } from '@luoshi/contract/review'
import { useEffect, useRef, useState } from 'react'
import { api } from '../ui/api.ts'
import { changedByOthers } from './merge-items.ts'
import { type ReviewDesk, sinceOf } from './use-review.ts'

const everyMs = 4000

/** Who else looks at this review, and what they change while I look: asked every few seconds, while the page is in view. */
export const useOthers = (
  review: Review | undefined,
  desk: ReviewDesk,
  me: string,
  onChanged: (items: readonly Item[]) => void,
): Review['present'] => {
  const [present, setPresent] = useState<Review['present']>([])
  const latest = useRef({ desk, onChanged })
  latest.current = { desk, onChanged }
  const id = review?.planId

  useEffect(() => {
    if (!id) return
    let since: string | null = null
    const ask = async (): Promise<void> => {
      if (document.hidden) return
      const { desk, onChanged } = latest.current
      const before = desk.shown.items()
      const answer = await api.review.changes({ id, since: since ?? sinceOf(before) }).catch(() => null)
      if (!answer) return
      since = answer.now
      const now = desk.shown.items()
      const arrived = answer.items.filter(item => !desk.isSaving(item.id))
      const theirs = changedByOthers(now, arrived, me)
      setPresent(people => (samePeople(people, answer.present) ? people : answer.present))
      if (arrived.length > 0) desk.shown.put(arrived)
      if (theirs.length === 0) return
      desk.forget(new Set(theirs.map(item => item.id)))
      onChanged(theirs)
    }
    void ask()
    const timer = setInterval(() => void ask(), everyMs)
    const leave = (): void => void api.review.leave({ id }).catch(() => null)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, me])

  return present.filter(person => person.id !== me)
}

const samePeople = (one: Review['present'], other: Review['present']): boolean =>
  one.map(({ id }) => id).join() === other.map(({ id }) => id).join()
