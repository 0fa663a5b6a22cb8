import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { type ChangeSpec, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, placeholder } from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import styles from './editor.module.css'
import { makeChanges } from './marks.ts'
import { remedyKey } from './remedy-key.ts'

export type EditorHandle = {
  readonly show: (from: number, to: number) => void
  readonly replace: (text: string) => void
  /** Changes that were made for a text; nothing happens where it has been typed on since. */
  readonly change: (changes: readonly ChangeSpec[], text: string) => void
}

/** What to underline, and the text in which its places were counted. */
export type Marks = { readonly list: readonly Diagnostic[]; readonly text: string }

type EditorProps = {
  readonly initial: string
  readonly label: string
  readonly hint: string
  readonly marks: Marks
  readonly onText: (text: string) => void
  readonly ref: Ref<EditorHandle>
}

/** A sheet of paper that one types on; what does not add up is underlined in the text. */
export const Editor = ({ initial, label, hint, marks, onText, ref }: EditorProps) => {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const first = useRef({ initial, label, hint })
  const heard = useRef(onText)
  heard.current = onText

  useEffect(() => {
    const { initial: doc, label: name, hint: words } = first.current
    const made = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc,
        extensions: [
          history(),
          drawSelection(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          lintGutter(),
          search({ top: true }),
          placeholder(words),
          keymap.of([remedyKey, ...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': name, spellcheck: 'false' }),
          EditorView.updateListener.of(update => update.docChanged && heard.current(update.state.doc.toString())),
        ],
      }),
    } as ConstructorParameters<typeof EditorView>[0]) // exactOptionalPropertyTypes: parent may be undefined before the first paint
    view.current = made
    made.focus()
    return () => made.destroy()
  }, [])

  useEffect(() => {
    const made = view.current
    // Typed on meanwhile: the marks that are there move along, and the next reading is on its way.
    if (!made || made.state.doc.length !== marks.text.length || made.state.doc.toString() !== marks.text) return
    made.dispatch(setDiagnostics(made.state, marks.list))
  }, [marks])

  useImperativeHandle(ref, () => ({
    show: (from, to) => {
      const made = view.current
      if (!made || to > made.state.doc.length) return
      made.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      made.focus()
    },
    replace: text =>
      view.current?.dispatch({
        changes: { from: 0, to: view.current.state.doc.length, insert: text },
        // However quickly one follows another, each is taken back alone.
        annotations: isolateHistory.of('full'),
      }),
    change: (changes, text) => {
      if (view.current) makeChanges(view.current, changes, text)
    },
  }))

  return <div ref={place} className={styles.sheet} />
}
