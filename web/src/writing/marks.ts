import { isolateHistory } from '@codemirror/commands'
import type { Diagnostic as Mark } from '@codemirror/lint'
import type { ChangeSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { originOf } from '@luoshi/plan-compiler/1-read/places'
import { editsOf } from '@luoshi/plan-compiler/4-check/apply-remedies'
import type { Compilation, Diagnostic, Span } from '@luoshi/plan-compiler/plan'

export type Place = { readonly from: number; readonly to: number }

/** Where the words at a place of the compiled text stand in the text as typed; null where they do not stand there as they are. */
export type Finder = (span: Span) => Place | null

/** The compiler cleans its text. What it left out is skipped, so that a mark stands under the very words it is about. */
export const finderIn = ({ text }: Pick<Compilation, 'text'>, typed: string): Finder => {
  if (typed === text) return ({ start, end }) => ({ from: start, to: end })
  const origin = originOf(typed, text)
  return ({ start, end }) => {
    const from = origin?.[start]
    const last = origin?.[end - 1]
    if (end <= start || from === undefined || last === undefined) return null
    return typed[from] === text[start] ? { from, to: last + 1 } : null
  }
}

/** All that a remedy changes in the text as typed, made at once or not at all; null where there is nothing to change. */
export const changesFor = (
  diagnostic: Pick<Diagnostic, 'remedy'>,
  text: string,
  typed: string,
  find: Finder,
): readonly ChangeSpec[] | null => {
  const changes = editsOf(diagnostic).map(({ span, text: insert }) => {
    const place = find(span)
    // Where something was left out in between, it is no longer the words that were judged.
    const same = place && typed.slice(place.from, place.to) === text.slice(span.start, span.end)
    return same ? { ...place, insert } : null
  })
  const possible = changes.filter(change => change !== null)
  return possible.length === changes.length && changes.length > 0 ? possible : null
}

/** Makes the changes in one step, which undo takes back in one; nothing where the text is no longer the one they were made for. */
export const makeChanges = (view: EditorView, changes: readonly ChangeSpec[], typed: string): void => {
  if (view.state.doc.length !== typed.length || view.state.doc.toString() !== typed) return
  view.dispatch({ changes: [...changes], userEvent: 'input.remedy', annotations: isolateHistory.of('full') })
}

/** The diagnostics as marks in the text that was typed. */
export const marksIn = ({ text, plans }: Compilation, typed: string, remedyWord: string): readonly Mark[] => {
  const find = finderIn({ text }, typed)
  return plans.flatMap(plan =>
    plan.diagnostics.flatMap(diagnostic => {
      const place = find(diagnostic.span)
      return place === null
        ? []
        : [markOf(diagnostic, place, { changes: changesFor(diagnostic, text, typed, find), typed }, remedyWord)]
    }),
  )
}

const markOf = (
  { severity, message, remedy }: Diagnostic,
  place: Place,
  { changes, typed }: { readonly changes: readonly ChangeSpec[] | null; readonly typed: string },
  remedyWord: string,
): Mark => ({
  ...place,
  severity,
  message: `${message.what}\n${message.why}\n${message.fix}`,
  ...(remedy &&
    changes && {
      actions: [
        {
          name: `${remedyWord}「${remedy.text}」`,
          apply: view => makeChanges(view, changes, typed),
        },
      ],
    }),
})
