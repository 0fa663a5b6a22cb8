import type { DiagnosticShown, Item, ItemKind, Review } from '@luoshi/contract/review'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './document-pane.module.css'
import { MarginNotes } from './margin-notes.tsx'
import { type NoteActs, NoteCard } from './note-card.tsx'
import notesStyles from './notes.module.css'
import { Paper } from './paper.tsx'
import type { Paragraph } from './paragraphs.ts'
import { SelectionMenu } from './selection-menu.tsx'
import { reviewWords } from './words.ts'

type Props = {
  readonly review: Review
  readonly paragraphs: readonly Paragraph[]
  readonly chosen: string | null
  readonly hovered: string | null
  readonly reading: string | null
  readonly margin: boolean
  readonly canChange: boolean
  readonly noteActs: NoteActs & { readonly reopen: (note: DiagnosticShown) => void }
  readonly onChoose: (ids: readonly string[]) => void
  readonly onHover: (id: string | null) => void
  readonly onMake: (kind: ItemKind, span: NonNullable<Item['span']>) => void
}

type Severity = DiagnosticShown['severity']
const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The document with everything read from it underlined, and the notes beside it or, where there is no room, below each paragraph. */
export const DocumentPane = (props: Props) => {
  const t = useWords(reviewWords)
  const { review, paragraphs, chosen, reading, margin, canChange, noteActs } = props
  const paper = useRef<HTMLElement>(null)
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(['error', 'warning']))
  const notes = useMemo(
    () =>
      review.diagnostics.filter(
        ({ id, state, severity }) => state === 'open' && (shown.has(severity) || id === reading),
      ),
    [review.diagnostics, shown, reading],
  )
  useScrollTo(paper, chosen)
  useScrollTo(paper, reading)

  const below = (paragraph: Paragraph) =>
    notes
      .filter(({ span }) => span.start >= paragraph.start && span.start < Math.max(paragraph.end, paragraph.start + 1))
      .map(note => (
        <div key={note.id} className={notesStyles.inline}>
          <NoteCard note={note} open={reading === note.id} canChange={canChange} acts={noteActs} />
        </div>
      ))

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text without notes has nothing else to hold, and is scrolled by the arrows
    <section className={styles.pane} aria-label={t('document')} tabIndex={0}>
      <NoteFilter diagnostics={review.diagnostics} shown={shown} onShown={setShown} onReopen={noteActs.reopen} />
      <div className={styles.sheet}>
        <Paper
          ref={paper}
          text={review.text}
          paragraphs={paragraphs}
          items={review.items}
          notes={notes}
          chosen={chosen}
          hovered={props.hovered ?? reading}
          onChoose={props.onChoose}
          onHover={ids => props.onHover(ids[0] ?? null)}
          {...(margin ? {} : { after: below })}
        />
        {margin && <MarginNotes paper={paper} notes={notes} reading={reading} canChange={canChange} acts={noteActs} />}
      </div>
      {canChange && <SelectionMenu paper={paper} onMake={props.onMake} />}
    </section>
  )
}

/** Brings the line of what is chosen into view, and leaves the page alone where it is in view already. */
const useScrollTo = (paper: React.RefObject<HTMLElement | null>, id: string | null) => {
  useEffect(() => {
    const line = id === null ? null : paper.current?.querySelector(`[data-marks~="${id}"]`)
    const scroller = paper.current?.closest('section')
    if (!line || !scroller) return
    const [box, view] = [line.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (box.top < view.top + 60 || box.bottom > view.bottom - 60)
      line.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [paper, id])
}

type FilterProps = {
  readonly diagnostics: readonly DiagnosticShown[]
  readonly shown: ReadonlySet<Severity>
  readonly onShown: (shown: ReadonlySet<Severity>) => void
  readonly onReopen: (note: DiagnosticShown) => void
}

const NoteFilter = ({ diagnostics, shown, onShown, onReopen }: FilterProps) => {
  const t = useWords(reviewWords)
  const [listSettled, setListSettled] = useState(false)
  const settled = diagnostics.filter(({ state }) => state === 'settled')
  if (diagnostics.length === 0) return null
  const toggle = (severity: Severity) => {
    const next = new Set(shown)
    if (!next.delete(severity)) next.add(severity)
    onShown(next)
  }
  return (
    <div className={styles.filter}>
      {severities.map(severity => {
        const count = diagnostics.filter(note => note.severity === severity && note.state === 'open').length
        return count === 0 ? null : (
          <button
            key={severity}
            type="button"
            className={`${styles.chip} ${styles[severity]}`}
            aria-pressed={shown.has(severity)}
            onClick={() => toggle(severity)}
          >
            {t(`severity_${severity}`)} {count}
          </button>
        )
      })}
      {settled.length > 0 && (
        <button
          type="button"
          className={styles.chip}
          aria-pressed={listSettled}
          onClick={() => setListSettled(!listSettled)}
        >
          {t('showSettled', { count: settled.length })}
        </button>
      )}
      {listSettled && settled.length > 0 && (
        <ul className={styles.settled}>
          {settled.map(note => (
            <li key={note.id}>
              <span>
                {note.message.what} — {note.note}
              </span>
              <button type="button" onClick={() => onReopen(note)}>
                {t('reopenNote')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
