import type { Diagnostic } from '@luoshi/plan-compiler/plan'
import { InputNumber } from 'antd'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { NewVersion } from '../offline/new-version.tsx'
import { useConnection } from '../offline/use-connection.ts'
import { offlineWords } from '../offline/words.ts'
import { useWords } from '../ui/i18n.ts'
import { currentLook } from '../ui/look.ts'
import { Page } from '../ui/page.tsx'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { Editor, type EditorHandle, type Marks } from './editor.tsx'
import { BeginFrom, HandIn } from './hand-in.tsx'
import { changesFor, finderIn, marksIn } from './marks.ts'
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
  const marks = useMemo<Marks>(
    () => ({ list: reading ? marksIn(reading.compilation, reading.text, change) : [], text: reading?.text ?? '' }),
    [reading, change],
  )
  const show = useCallback(
    (span: { readonly start: number; readonly end: number }): void => {
      const place = reading && finderIn(reading.compilation, reading.text)(span)
      if (place) editor.current?.show(place.from, place.to)
    },
    [reading],
  )
  const remedy = useCallback(
    (diagnostic: Diagnostic): void => {
      if (!reading) return
      const { compilation, text: typed } = reading
      const changes = changesFor(diagnostic, compilation.text, typed, finderIn(compilation, typed))
      if (changes) editor.current?.change(changes, typed)
    },
    [reading],
  )
  const begin = useCallback((ready: string) => editor.current?.replace(ready), [])
  const found = reading?.compilation.plans.reduce((count, plan) => count + plan.diagnostics.length, 0) ?? 0
  const away = !useConnection()
  const awayWords = useWords(offlineWords)

  return (
    <Page
      title={words('title')}
      sub={words('sub')}
      width="wide"
      acts={
        <>
          <BeginFrom take={begin} away={away} />
          <InputNumber
            aria-label={words('year')}
            title={words('year.hint')}
            placeholder={words('year')}
            min={1990}
            max={2100}
            value={year}
            onChange={setYear}
          />
          <HandIn text={text} year={year} away={away} handedIn={() => dropDraft(localStorage)} />
        </>
      }
    >
      {away ? (
        <p className={styles.away} role="status">
          {awayWords('away.draft')}
        </p>
      ) : null}
      {found > 0 ? (
        <a className={styles.jump} href="#reading">
          {words('checks')} {found}
        </a>
      ) : null}
      <div className={styles.desk}>
        <Editor ref={editor} initial={text} label={words('text')} hint={words('hint')} marks={marks} onText={setText} />
        <aside id="reading" className={styles.side} aria-label={words('checks')}>
          <p className={saved.full ? styles.full : styles.soft} role="status">
            {saved.full ? words('not-kept') : saved.at === null ? '' : words('kept', { time: saved.at })}
            {reading && text !== ''
              ? ` · ${words('speed', { count: reading.text.length, milliseconds: Math.max(1, Math.round(reading.milliseconds)) })}`
              : ''}
          </p>
          {reading ? <ReadingSide compilation={reading.compilation} show={show} remedy={remedy} /> : null}
        </aside>
      </div>
      <NewVersion door="write" />
    </Page>
  )
}

/** Keeps the draft at every pause in typing, and when the page is left in the middle of a word. */
const useKeptDraft = (text: string, year: number | null): { readonly at: string | null; readonly full: boolean } => {
  const [state, setState] = useState<{ at: string | null; full: boolean }>({ at: null, full: false })
  useEffect(() => {
    if (text === '') return
    const keep = (): void => {
      clearTimeout(timer)
      const now = new Date()
      const fits = keepDraft(localStorage, { text, year, savedAt: now.toISOString() })
      setState({ at: fits ? now.toTimeString().slice(0, 5) : null, full: !fits })
    }
    const timer = setTimeout(keep, PAUSE)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [text, year])
  return state
}
