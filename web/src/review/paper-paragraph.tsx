import { type CSSProperties, memo } from 'react'
import styles from './paper.module.css'
import { type PaperMark, sameMarks } from './paper-marks.ts'
import type { Paragraph } from './paragraphs.ts'
import { type Segment, segmentText } from './segment-text.ts'

type Props = {
  readonly text: string
  readonly paragraph: Paragraph
  readonly marks: readonly PaperMark[]
  /** The marks of this paragraph that are lit, chosen ones first; space-separated so that it compares by value. */
  readonly lit: string
  readonly chosen: string | null
}

/** One paragraph of the document, cut at every boundary of what was read from it. */
export const PaperParagraph = memo(
  ({ text, paragraph, marks, lit, chosen }: Props) => {
    const head = { id: '', start: paragraph.start, end: paragraph.headEnd }
    const byId = new Map(marks.map(mark => [mark.id, mark]))
    const litIds = new Set(lit.split(' '))
    return (
      <p className={`${styles.p} ${styles[paragraph.form] ?? ''}`} data-from={paragraph.start}>
        {segmentText(paragraph, [...marks, head]).map(segment => (
          <span
            key={segment.start}
            data-start={segment.start}
            data-marks={segment.marks.filter(id => id !== '').join(' ') || undefined}
            className={classOf(segment, byId, litIds, chosen)}
            style={linesUnder(segment, byId)}
          >
            {text.slice(segment.start, segment.end)}
          </span>
        ))}
      </p>
    )
  },
  (before, after) =>
    before.text === after.text &&
    before.paragraph === after.paragraph &&
    before.lit === after.lit &&
    before.chosen === after.chosen &&
    sameMarks(before.marks, after.marks),
)

const classOf = (
  segment: Segment,
  byId: ReadonlyMap<string, PaperMark>,
  lit: ReadonlySet<string>,
  chosen: string | null,
): string | undefined => {
  const names: (string | undefined)[] = []
  if (segment.marks.includes('')) names.push(styles.head)
  const severities = segment.marks.map(id => byId.get(id)).flatMap(mark => (mark?.as === 'note' ? [mark.severity] : []))
  const worst = (['error', 'warning', 'info'] as const).find(severity => severities.includes(severity))
  if (worst) names.push(styles.wave, styles[worst])
  if (chosen !== null && segment.marks.includes(chosen)) names.push(styles.chosen)
  else if (segment.marks.some(id => lit.has(id) && id !== '')) names.push(styles.lit)
  if (segment.marks.some(id => id !== '')) names.push(styles.mark)
  return names.length > 0 ? names.join(' ') : undefined
}

const shownLanes = 3

const linesUnder = (segment: Segment, byId: ReadonlyMap<string, PaperMark>): CSSProperties | undefined => {
  const lines = segment.marks
    .map(id => byId.get(id))
    .filter(mark => mark?.as === 'item')
    .filter(mark => mark.lane < shownLanes)
  if (lines.length === 0) return undefined
  const waved = segment.marks.some(id => byId.get(id)?.as === 'note') ? 1 : 0
  return {
    backgroundImage: lines.map(({ kind, state }) => lineOf(kind, state)).join(','),
    backgroundPosition: lines
      .map(({ lane }) => `0 calc(100% - ${(shownLanes - 1 - Math.min(lane + waved, 2)) * 3}px)`)
      .join(','),
  }
}

const lineOf = (kind: string, state: string): string => {
  const colour =
    state === 'confirmed' ? `var(--kind-${kind})` : `color-mix(in srgb, var(--kind-${kind}) 55%, transparent)`
  return `linear-gradient(${colour},${colour})`
}
