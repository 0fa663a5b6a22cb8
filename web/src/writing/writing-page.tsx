import { InputNumber } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { currentLook } from '../ui/look.ts'
import { Page } from '../ui/page.tsx'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { Editor, type EditorHandle } from './editor.tsx'
import { BeginFrom, HandIn } from './hand-in.tsx'
import { marksIn, placeIn } from './marks.ts'
import { ReadingSide } from './reading-side.tsx'
import { useCompilation } from './use-compilation.ts'
import { writingWords } from './words.ts'
import styles from './writing.module.css'

const PAUSE = 400

/** A plan is read while it is being written. Needs no server until it is handed in. */
export const WritingPage = () => {
  const words = useWords(writingWords)
  const [kept] = useState(() => readDraft(localStorage))
  const [text, setText] = useState(kept?.text ?? '')
  const [year, setYear] = useState<number | null>(kept?.year ?? null)
  const saved = useKeptDraft(text, year)
  const reading = useDeferredValue(useCompilation(text, year, currentLook().language))
  const editor = useRef<EditorHandle>(null)
  const change = words('change')
  const marks = useMemo(() => (reading ? marksIn(reading.compilation, text, change) : []), [reading, text, change])

  const show = (span: { readonly start: number; readonly end: number }): void => {
    const place = reading && placeIn(text, reading.compilation.text, span)
    if (place) editor.current?.show(place.from, place.to)
  }

  return (
    <Page
      title={words('title')}
      sub={words('sub')}
      width="wide"
      acts={
        <>
          <BeginFrom take={ready => editor.current?.replace(ready)} />
          <InputNumber
            aria-label={words('year')}
            title={words('year.hint')}
            placeholder={words('year')}
            min={1990}
            max={2100}
            value={year}
            onChange={setYear}
          />
          <HandIn text={text} year={year} handedIn={() => dropDraft(localStorage)} />
        </>
      }
    >
      <div className={styles.desk}>
        <Editor ref={editor} initial={text} label={words('text')} hint={words('hint')} marks={marks} onText={setText} />
        <aside className={styles.side} aria-label={words('checks')}>
          <p className={saved.full ? styles.full : styles.soft} role="status">
            {saved.full ? words('not-kept') : saved.at === null ? '' : words('kept', { time: saved.at })}
            {reading && text !== ''
              ? ` · ${words('speed', { count: text.length, milliseconds: Math.max(1, Math.round(reading.milliseconds)) })}`
              : ''}
          </p>
          {reading ? <ReadingSide compilation={reading.compilation} show={show} /> : null}
        </aside>
      </div>
    </Page>
  )
}

/** Keeps the draft at every pause in typing. */
const useKeptDraft = (text: string, year: number | null): { readonly at: string | null; readonly full: boolean } => {
  const [state, setState] = useState<{ at: string | null; full: boolean }>({ at: null, full: false })
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => {
      const now = new Date()
      const fits = keepDraft(localStorage, { text, year, savedAt: now.toISOString() })
      setState({ at: fits ? now.toTimeString().slice(0, 5) : null, full: !fits })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text, year])
  return state
}
