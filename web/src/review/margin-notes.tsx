import type { DiagnosticShown } from '@luoshi/contract/review'
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type NoteActs, NoteCard } from './note-card.tsx'
import { layoutNotes } from './note-layout.ts'
import styles from './notes.module.css'

type Props = {
  readonly paper: RefObject<HTMLElement | null>
  readonly notes: readonly DiagnosticShown[]
  readonly reading: string | null
  readonly canChange: boolean
  readonly acts: NoteActs
}

const gap = 14

/** The notes beside the paper, each at the line it is about; the one being read keeps its place. */
export const MarginNotes = memo(({ paper, notes, reading, canChange, acts }: Props) => {
  const margin = useRef<HTMLDivElement>(null)
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())

  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes are measured anew
  useLayoutEffect(() => {
    const place = () => {
      if (!paper.current || !margin.current) return
      setTops(layoutNotes(measured(paper.current, margin.current), gap, reading))
    }
    place()
    const observer = new ResizeObserver(place)
    if (paper.current) observer.observe(paper.current)
    for (const card of margin.current?.children ?? []) observer.observe(card)
    return () => observer.disconnect()
  }, [paper, reading, notes])

  return (
    <div ref={margin} className={styles.margin}>
      {notes.map(note => (
        <div
          key={note.id}
          data-note={note.id}
          className={styles.placed}
          style={{ top: tops.get(note.id) ?? 0, visibility: tops.has(note.id) ? 'visible' : 'hidden' }}
        >
          <NoteCard note={note} open={reading === note.id} canChange={canChange} acts={acts} />
        </div>
      ))}
    </div>
  )
})

/** Where each note's line is on the paper, and how tall the note is. */
const measured = (paper: HTMLElement, margin: HTMLElement) => {
  const lines = new Map<string, number>()
  const from = margin.getBoundingClientRect().top
  for (const piece of paper.querySelectorAll('[data-marks]'))
    for (const id of piece.getAttribute('data-marks')?.split(' ') ?? [])
      if (!lines.has(id)) lines.set(id, (piece.getClientRects()[0]?.top ?? from) - from)
  return [...margin.children].flatMap(card => {
    const id = card.getAttribute('data-note') ?? ''
    const wish = lines.get(id)
    return card instanceof HTMLElement ? [{ id, wish: wish ?? 0, height: card.offsetHeight }] : []
  })
}
