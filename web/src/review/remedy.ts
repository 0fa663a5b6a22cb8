import type { DiagnosticShown, Item } from '@luoshi/contract/review'
import { edited, editsOf } from '@luoshi/plan-compiler/4-check/apply-remedies'
import type { Remedy, Span } from '@luoshi/plan-compiler/plan'
import { overlap, type Read, readItems } from './readings.ts'

export type Mended = { readonly itemId: string; readonly content: Record<string, unknown> }

/**
 * What the items would say if the document read as the remedy has it: the text is mended, read again, and each item that
 * holds the mended words takes over what is now read in its place. The document itself stays as it was issued.
 */
export const mendItems = (
  text: string,
  remedy: NonNullable<DiagnosticShown['remedy']>,
  items: readonly Item[],
  read: Read,
): readonly Mended[] => {
  const edits = editsOf({ remedy: asRemedy(remedy) })
  const readings = readItems(read(edited(text, edits)))
  // Where an offset of the text as issued lies in the mended one.
  const moved = (offset: number): number =>
    edits.reduce(
      (at, { span, text: put }) => (span.end <= offset ? at + put.length - (span.end - span.start) : at),
      offset,
    )
  return items.flatMap(item => {
    const { span } = item
    if (!span || !edits.some(edit => overlap(span, edit.span) > 0)) return []
    const place: Span = { start: moved(span.start), end: moved(span.end) }
    const best = readings
      .filter(({ kind, span: other }) => kind === item.kind && overlap(other, place) > 0)
      .toSorted((one, other) => overlap(other.span, place) - overlap(one.span, place))[0]
    return best && JSON.stringify(best.content) !== JSON.stringify(item.content)
      ? [{ itemId: item.id, content: best.content }]
      : []
  })
}

const asRemedy = ({ span, text, also }: NonNullable<DiagnosticShown['remedy']>): Remedy => ({
  span,
  text,
  ...(also && { also }),
})
