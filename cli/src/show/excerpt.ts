import type { Span } from '@luoshi/plan-compiler/plan'
import { fitting, fittingEnd, width } from '../terminal/width.ts'

/** A line of the text cut to the screen, and the marks that go under it. */
export type Excerpt = { readonly words: string; readonly marks: string }

const cut = '…'

/** Shows the line that a span begins in, with `^` under the span. */
export const excerpt = (text: string, { start, end }: Span, columns: number): Excerpt => {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', start)
  const lineEnd = stop < 0 ? text.length : stop
  const marked = fitting(text.slice(start, Math.min(end, lineEnd)), columns - 2)
  const room = columns - 2 - width(marked)
  const after = text.slice(start + marked.length, lineEnd)
  const before = text.slice(from, start)
  const keptBefore = fittingEnd(before, width(after) < room / 2 ? room - width(after) : Math.ceil(room / 2))
  const keptAfter = fitting(after, room - width(keptBefore))
  const lead = `${keptBefore.length < before.length ? cut : ''}${keptBefore}`
  const tail = `${keptAfter}${keptAfter.length < after.length ? cut : ''}`
  return {
    words: `${lead}${marked}${tail}`,
    marks: `${' '.repeat(width(lead))}${'^'.repeat(Math.max(1, width(marked)))}`,
  }
}
