import type { Item, ItemKind, Review } from '@luoshi/contract/review'
import { useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import type { Notify } from '../ui/use-notify.ts'
import { startItem } from './new-item.ts'
import { useReader } from './use-reader.ts'
import type { ReviewDesk } from './use-review.ts'
import { reviewWords } from './words.ts'

/** What is done to the plan as a whole: the year filled in, words made into an item, the sure ones confirmed together. */
export const useDeskActs = (review: Review, desk: ReviewDesk, notify: Notify) => {
  const t = useWords(reviewWords)
  const client = useQueryClient()
  const reader = useReader(review.year)
  const { planId: id, text } = review
  return {
    make: async (kind: ItemKind, span: NonNullable<Item['span']>): Promise<Item> => {
      const content = startItem(kind, text.slice(span.start, span.end), await reader())
      return desk.add(t('madeItem', { kind: t(`kind_${kind}`) }), kind, span, content)
    },
    fillYear: async (year: number): Promise<void> => {
      try {
        client.setQueryData(orpc.plans.get.queryKey({ input: { id } }), await api.plans.fillYear({ id, year }))
        await desk.shown.refetch()
        notify.done(t('yearFilled', { year }))
      } catch (thrown) {
        notify.refused(thrown)
        throw thrown
      }
    },
    confirmSure: (kind: ItemKind): void =>
      void desk
        .confirmAll(t('confirm'), kind)
        .then(count => notify.done(t('confirmedRest', { count })), notify.refused),
  }
}
