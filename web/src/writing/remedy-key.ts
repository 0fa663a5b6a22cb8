import { forEachDiagnostic } from '@codemirror/lint'
import type { EditorView, KeyBinding } from '@codemirror/view'

type Found = { readonly away: number; readonly put: () => void }

/** Puts right what the cursor stands in, or else the nearest thing that has one right answer. */
const remedyHere = (view: EditorView): boolean => {
  const { head } = view.state.selection.main
  const found: Found[] = []
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const [action] = actions ?? []
    if (action) found.push({ away: Math.max(from - head, head - to, 0), put: () => action.apply(view, from, to) })
  })
  const [nearest] = found.sort((one, other) => one.away - other.away)
  nearest?.put()
  return nearest !== undefined
}

/** `Ctrl+.`, as in other editors; undone like anything typed. */
export const remedyKey: KeyBinding = { key: 'Mod-.', run: remedyHere, preventDefault: true }
