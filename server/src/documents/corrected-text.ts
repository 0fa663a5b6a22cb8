import { edited } from '@luoshi/plan-compiler/4-check/apply-remedies'
import type { Edit, Remedy, Span } from '@luoshi/plan-compiler/plan'

export type Correction = {
  /** The remedies that were put there in the review, in the offsets of the whole text. */
  readonly remedies: readonly Remedy[]
  /** The year that was filled in once for the whole plan. */
  readonly year: number | null
}

/** A year that is written with letters or marks in its place, as in 20xx年. */
const MASKED = /(?<!\d)20[xX×*_＊＿○〇]{2}(?=年)/g

/** The words of a plan as they read after its review. Of remedies that touch the same words the first is made, whole or not at all. */
export const correctedText = (text: string, { start, end }: Span, { remedies, year }: Correction): string => {
  const taken: Edit[] = []
  for (const { span, text: put, also = [] } of remedies) {
    const edits = [{ span, text: put }, ...also]
    const fits = edits.every(
      edit =>
        start <= edit.span.start &&
        edit.span.end <= end &&
        taken.every(other => other.span.end <= edit.span.start || edit.span.end <= other.span.start),
    )
    if (fits) taken.push(...edits)
  }
  const here = taken
    .map(edit => ({ span: { start: edit.span.start - start, end: edit.span.end - start }, text: edit.text }))
    .sort((one, other) => one.span.start - other.span.start)
  const words = edited(text.slice(start, end), here)
  return year === null ? words : words.replace(MASKED, String(year))
}
