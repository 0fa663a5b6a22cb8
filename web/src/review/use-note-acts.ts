import type { DiagnosticShown, Review } from '@luoshi/contract/review'
import { useMemo, useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import type { Notify } from '../ui/use-notify.ts'
import { mendItems } from './remedy.ts'
import { useReader } from './use-reader.ts'
import type { ReviewDesk } from './use-review.ts'
import { reviewWords } from './words.ts'

/** What the notes in the margin let one do. */
export const useNoteActs = (review: Review, desk: ReviewDesk, notify: Notify, read: (id: string | null) => void) => {
  const t = useWords(reviewWords)
  const reader = useReader(review.year)
  const latest = useRef({ review, desk })
  latest.current = { review, desk }
  return useMemo(() => {
    const settle = async (note: DiagnosticShown, words: string): Promise<void> => {
      await latest.current.desk.settle(note.message.what, note, { state: 'settled', note: words, remedied: false })
      read(null)
    }
    const remedy = async (note: DiagnosticShown): Promise<void> => {
      if (!note.remedy) return
      const { review, desk } = latest.current
      const mended = mendItems(review.text, note.remedy, review.items, await reader())
      const words = t('remedyNote', { text: note.remedy.text })
      await desk.mend(
        note.message.what,
        note,
        { state: 'settled', note: words, remedied: true },
        mended.map(({ itemId, content }) => ({ itemId, change: { content } })),
      )
      notify.done(mended.length === 0 ? t('remedyNone') : t('remedied', { count: mended.length }))
      read(null)
    }
    return {
      read,
      settle: (note: DiagnosticShown, words: string) => void settle(note, words).catch(notify.refused),
      remedy: (note: DiagnosticShown) => void remedy(note).catch(notify.refused),
      reopen: (note: DiagnosticShown) =>
        void latest.current.desk
          .settle(note.message.what, note, { state: 'open', note: null, remedied: false })
          .catch(notify.refused),
    }
  }, [reader, notify, read, t])
}
