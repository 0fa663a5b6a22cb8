import type { Diagnostic } from '@luoshi/plan-compiler/plan'
import { InputNumber } from 'antd'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { NewVersion } from '../offline/new-version.tsx'
import { useConnection } from '../offline/use-connection.ts'
import { offlineWords } from '../offline/words.ts'
import { useWords } from '../ui/i18n.ts'
import { currentLook } from '../ui/look.ts'
import { Page } from '../ui/page.tsx'
import { useMe } from '../ui/session.ts'
import { readDraft } from './draft.ts'
import { Editor, type EditorHandle, type Marks } from './editor.tsx'
import { HandIn } from './hand-in.tsx'
import { changesFor, finderIn, marksIn } from './marks.ts'
import { ReadingSide } from './reading-side.tsx'
import { BeginFrom, ReadyPlans } from './ready-plans.tsx'
import { useCompilation } from './use-compilation.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { writingWords } from './words.ts'
import styles from './writing.module.css'

/** A plan is read while it is being written. Needs no server until it is handed in. */
export const WritingPage = () => {
  const words = useWords(writingWords)
  const { id: personId } = useMe().person
  const [kept] = useState(() => readDraft(localStorage, personId))
  const [text, setText] = useState(kept?.text ?? '')
  const [year, setYear] = useState<number | null>(kept?.year ?? null)
  const saved = useKeptDraft(personId, text, year)
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
          <BeginFrom take={begin} away={away} isEmpty={text === ''} />
          <InputNumber
            aria-label={words('year')}
            title={words('year.hint')}
            placeholder={words('year')}
            min={1990}
            max={2100}
            value={year}
            onChange={setYear}
          />
          <HandIn text={text} year={year} away={away} handedIn={saved.handedIn} />
        </>
      }
    >
      {away ? (
        <p className={styles.away} role="status">
          {awayWords('away.draft')}
        </p>
      ) : null}
      {saved.elsewhere ? (
        <p className={styles.away} role="status">
          {words('elsewhere')}
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
            {[
              saved.full ? words('not-kept') : saved.at === null ? '' : words('kept', { time: saved.at }),
              text === '' || !reading ? '' : words('length', { count: lettersIn(reading.text) }),
            ]
              .filter(part => part !== '')
              .join(' · ')}
          </p>
          {text === '' && !away ? (
            <section>
              <h2>{words('begin.empty')}</h2>
              <p className={styles.soft}>{words('begin.what')}</p>
              <ReadyPlans take={begin} brief />
            </section>
          ) : reading && text !== '' ? (
            <ReadingSide compilation={reading.compilation} show={show} remedy={remedy} />
          ) : null}
        </aside>
      </div>
      <NewVersion door="write" />
    </Page>
  )
}

/** As offices count: without spaces and line ends. Said of what was read: it tells how far the reading has come. */
const lettersIn = (text: string): number => text.replace(/\s/g, '').length
