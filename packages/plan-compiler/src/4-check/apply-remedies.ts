import type { Diagnostic, Edit } from '../plan.ts'

/** All the edits of a remedy, in the order of the text. */
export const editsOf = ({ remedy }: Pick<Diagnostic, 'remedy'>): readonly Edit[] =>
  remedy
    ? [{ span: remedy.span, text: remedy.text }, ...(remedy.also ?? [])].sort((a, b) => a.span.start - b.span.start)
    : []

/** A text with edits made in it, none of which touch. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  let [out, from] = ['', 0]
  for (const { span, text: put } of edits) {
    out += text.slice(from, span.start) + put
    from = span.end
  }
  return out + text.slice(from)
}

/** The edits of as many remedies as do not get in each other's way, in the order of the text. One is made whole or not at all. */
export const togetherEdits = (diagnostics: readonly Diagnostic[]): readonly Edit[] => {
  const taken: Edit[] = []
  for (const diagnostic of diagnostics) {
    const edits = editsOf(diagnostic)
    const free = edits.every(({ span }) =>
      taken.every(other => other.span.end <= span.start || span.end <= other.span.start),
    )
    if (free) taken.push(...edits)
  }
  return taken.sort((a, b) => a.span.start - b.span.start)
}
