import type { Diagnostic as Mark } from '@codemirror/lint'
import type { Compilation, Diagnostic } from '@luoshi/plan-compiler/plan'

/**
 * The diagnostics as marks in the text that was compiled. The compiler cleans its text: where that moved anything, a mark is put
 * where its words stand in the text as typed, or left to the list at the side.
 */
export const marksIn = ({ text, plans }: Compilation, typed: string, remedyWord: string): readonly Mark[] =>
  plans.flatMap(plan =>
    plan.diagnostics.flatMap(diagnostic => {
      const place = placeIn(typed, text, diagnostic.span)
      return place === null ? [] : [markOf(diagnostic, place, remedyIn(diagnostic, typed, text), remedyWord)]
    }),
  )

type Place = { readonly from: number; readonly to: number }
type Put = Place & { readonly text: string }

export const placeIn = (
  typed: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Place | null => {
  if (typed === text) return { from: start, to: end }
  const words = text.slice(start, end)
  if (words === '') return null
  // The nearest place with these words and the same ones before it.
  const near = nearest(typed, words, start)
  return near === null ? null : { from: near, to: near + words.length }
}

const nearest = (typed: string, words: string, around: number): number | null => {
  const before = typed.lastIndexOf(words, around)
  const after = typed.indexOf(words, around)
  if (before < 0 && after < 0) return null
  if (before < 0) return after
  if (after < 0) return before
  return around - before <= after - around ? before : after
}

const remedyIn = ({ remedy }: Diagnostic, typed: string, text: string): Put | null => {
  if (!remedy) return null
  const place = placeIn(typed, text, remedy.span)
  return place && { ...place, text: remedy.text }
}

const markOf = ({ severity, message }: Diagnostic, place: Place, remedy: Put | null, remedyWord: string): Mark => ({
  ...place,
  severity,
  message: `${message.what}\n${message.why}\n${message.fix}`,
  ...(remedy && {
    actions: [
      {
        name: `${remedyWord}「${remedy.text}」`,
        apply: view => view.dispatch({ changes: { from: remedy.from, to: remedy.to, insert: remedy.text } }),
      },
    ],
  }),
})
