import { basename, dirname, extname, join } from 'node:path'
import { originOf } from '@luoshi/plan-compiler/1-read/places'
import type { ReadText } from '@luoshi/plan-compiler/1-read/read-bytes'
import { edited, togetherEdits } from '@luoshi/plan-compiler/4-check/apply-remedies'
import type { Compilation, Edit } from '@luoshi/plan-compiler/plan'

export type Corrected = { readonly text: string; readonly places: number }

/** Correcting one thing may show the next; more rounds than this are never needed. */
const mostRounds = 5

/** The edits as places in the document that the text was cleaned from; null where one does not lie there in one piece. */
const editsInDocument = (document: string, text: string, edits: readonly Edit[]): readonly Edit[] | null => {
  if (document === text) return edits
  const origin = originOf(document, text)
  if (!origin) return null
  const moved = edits.map(({ span, text: put }): Edit => {
    const start = origin[span.start] ?? 0
    return { span: { start, end: (origin[span.end - 1] ?? start - 1) + 1 }, text: put }
  })
  const whole = moved.every(
    ({ span }, i) =>
      document.slice(span.start, span.end) === text.slice(edits[i]?.span.start ?? 0, edits[i]?.span.end ?? 0),
  )
  return whole ? moved : null
}

/** A document with everything put right that has one right answer. What is not corrected stays as it was written. */
export const correct = (document: string, compile: (text: string) => Compilation): Corrected => {
  let [text, places] = [document, 0]
  for (let round = 0; round < mostRounds; round++) {
    const compilation = compile(text)
    const edits = togetherEdits(compilation.plans.flatMap(plan => plan.diagnostics))
    if (edits.length === 0) break
    const inDocument = editsInDocument(text, compilation.text, edits)
    text = inDocument ? edited(text, inDocument) : edited(compilation.text, edits)
    places += edits.length
  }
  return { text, places }
}

/** Beside the original: `plan.fixed.txt`. What was no plain text is written as one. */
export const pathOfCopy = (file: string, { format }: Pick<ReadText, 'format'>): string => {
  const extension = extname(file)
  return join(dirname(file), `${basename(file, extension)}.fixed${format === 'txt' && extension ? extension : '.txt'}`)
}
