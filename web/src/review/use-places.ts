import type { Item, Review } from '@luoshi/contract/review'
import { placeAt, placeWords } from '@luoshi/plan-compiler/1-read/place-at'
import { useCallback, useMemo } from 'react'
import { useLook } from '../ui/look.ts'
import { paragraphAt, paragraphsOf } from './paragraphs.ts'
import { placesIn } from './place-in-plan.ts'

/** The paragraphs of the document, where in it an item stands, and where in the file that was handed in. */
export const usePlaces = ({ text, span, title, places: sources }: Review) => {
  const paragraphs = useMemo(() => paragraphsOf(text, span, title), [text, span, title])
  const places = useMemo(() => placesIn(text, paragraphs), [text, paragraphs])
  const placeOf = useCallback(
    (item: Item) => (item.span ? (places[paragraphAt(paragraphs, item.span.start)] ?? '') : ''),
    [places, paragraphs],
  )
  const { language } = useLook()
  const sourceOf = useCallback(
    (item: Item) => {
      const source = item.span && placeAt(sources, item.span.start)
      return source ? placeWords(source, language) : ''
    },
    [sources, language],
  )
  return { paragraphs, placeOf, sourceOf }
}
