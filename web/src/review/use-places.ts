import type { Item, Review } from '@luoshi/contract/review'
import { useCallback, useMemo } from 'react'
import { paragraphAt, paragraphsOf } from './paragraphs.ts'
import { placesIn } from './place-in-plan.ts'

/** The paragraphs of the document, and where in it an item stands. */
export const usePlaces = ({ text, span, title }: Review) => {
  const paragraphs = useMemo(() => paragraphsOf(text, span, title), [text, span, title])
  const places = useMemo(() => placesIn(text, paragraphs), [text, paragraphs])
  const placeOf = useCallback(
    (item: Item) => (item.span ? (places[paragraphAt(paragraphs, item.span.start)] ?? '') : ''),
    [places, paragraphs],
  )
  return { paragraphs, placeOf }
}
