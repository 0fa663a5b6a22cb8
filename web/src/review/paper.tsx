import type { DiagnosticShown, Item } from '@luoshi/contract/review'
import { Fragment, type MouseEvent, type ReactNode, type Ref, useMemo } from 'react'
import styles from './paper.module.css'
import { marksByParagraph, type PaperMark } from './paper-marks.ts'
import { PaperParagraph } from './paper-paragraph.tsx'
import type { Paragraph } from './paragraphs.ts'
import type { Mark } from './segment-text.ts'

type Props = {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly items?: readonly Item[]
  readonly notes?: readonly DiagnosticShown[]
  /** Stretches that are shown without being an item or a note, such as a sentence that was asked for. */
  readonly lit?: readonly Mark[]
  readonly chosen?: string | null
  readonly hovered?: string | null
  readonly onChoose?: (ids: readonly string[]) => void
  readonly onHover?: (ids: readonly string[]) => void
  /** What stands below a paragraph where there is no margin, such as its notes. */
  readonly after?: (paragraph: Paragraph) => ReactNode
  readonly ref?: Ref<HTMLElement>
}

const none: readonly never[] = []

/** The document, set as an official one is. Works alone as a page to read, and with marks as a page to review. */
export const Paper = ({ text, paragraphs, items = none, notes = none, lit = none, ...props }: Props) => {
  const { chosen = null, hovered = null, onChoose, onHover, after, ref } = props
  const rows = useMemo(() => marksByParagraph(paragraphs, items, notes, lit), [paragraphs, items, notes, lit])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every item is reached with j and k in the list beside it
    // biome-ignore lint/a11y/useKeyWithMouseEvents: likewise
    <article
      className={styles.paper}
      ref={ref}
      onClick={onChoose && (event => chooseAt(event, onChoose))}
      onMouseOver={onHover && (event => onHover(marksAt(event.target)))}
      onMouseLeave={onHover && (() => onHover(none))}
    >
      {paragraphs.map((paragraph, index) => (
        <Fragment key={paragraph.start}>
          <PaperParagraph
            text={text}
            paragraph={paragraph}
            marks={rows[index] ?? none}
            lit={litIn(rows[index] ?? none, hovered)}
            chosen={chosenIn(rows[index] ?? none, chosen)}
          />
          {after?.(paragraph)}
        </Fragment>
      ))}
    </article>
  )
}

/** The marks under a place, the shortest first. */
const marksAt = (target: EventTarget): readonly string[] => {
  const marked = target instanceof Element ? target.closest('[data-marks]') : null
  return marked?.getAttribute('data-marks')?.split(' ') ?? none
}

/** A click that ends a selection chooses nothing. */
const chooseAt = (event: MouseEvent, onChoose: (ids: readonly string[]) => void): void => {
  if (getSelection()?.isCollapsed !== false) onChoose(marksAt(event.target))
}

const litIn = (marks: readonly PaperMark[], hovered: string | null): string =>
  hovered !== null && marks.some(({ id }) => id === hovered) ? hovered : ''

const chosenIn = (marks: readonly PaperMark[], chosen: string | null): string | null =>
  chosen !== null && marks.some(({ id }) => id === chosen) ? chosen : null
