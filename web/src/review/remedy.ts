import type { DiagnosticShown, Item } from '@luoshi/contract/review'
import type { Span } from '@luoshi/plan-compiler/plan'
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
  const mended = text.slice(0, remedy.span.start) + remedy.text + text.slice(remedy.span.end)
  const shift = remedy.text.length - (remedy.span.end - remedy.span.start)
  const readings = readItems(read(mended))
  return items.flatMap(item => {
    if (!item.span || overlap(item.span, remedy.span) <= 0) return []
    const place: Span = { start: item.span.start, end: item.span.end + shift }
    const best = readings
      .filter(({ kind, span }) => kind === item.kind && overlap(span, place) > 0)
      .toSorted((one, other) => overlap(other.span, place) - overlap(one.span, place))[0]
    return best && JSON.stringify(best.content) !== JSON.stringify(item.content)
      ? [{ itemId: item.id, content: best.content }]
      : []
  })
}
