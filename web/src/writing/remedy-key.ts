import { forEachDiagnostic } from '@codemirror/lint'
import type { EditorView, KeyBinding } from '@codemirror/view'

/** Puts right what the cursor stands in, or else the next thing after it that has one right answer. */
const remedyHere = (view: EditorView): boolean => {
  const { head } = view.state.selection.main
  let nearest: { readonly from: number; readonly put: () => void } | null = null
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const [action] = actions ?? []
    if (!action || to < head || (nearest !== null && nearest.from <= from)) return
    nearest = { from, put: () => action.apply(view, from, to) }
  })
  const found = nearest as { readonly put: () => void } | null // set in the walk above, which the compiler does not follow
  found?.put()
  return found !== null
}

/** `Ctrl+.`, as in other editors; undone like anything typed. */
export const remedyKey: KeyBinding = { key: 'Mod-.', run: remedyHere, preventDefault: true }
