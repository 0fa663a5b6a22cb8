/** A reading while it is typed: a share of a sample, or a plain value. */
export type Draft = {
  readonly how: 'sample' | 'plain'
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

export type Checked =
  | {
      readonly ok: true
      readonly value: number
      readonly numerator: number | null
      readonly denominator: number | null
    }
  | { readonly ok: false; readonly why: 'needBoth' | 'tooMany' | 'needValue' }

/** What would be recorded, or what is still missing. A share is worked out from its sample, in percent. */
export const checkDraft = ({ how, numerator, denominator, value }: Draft): Checked => {
  if (how === 'plain')
    return value === null ? { ok: false, why: 'needValue' } : { ok: true, value, numerator: null, denominator: null }
  if (numerator === null || denominator === null || denominator < 1) return { ok: false, why: 'needBoth' }
  if (numerator > denominator) return { ok: false, why: 'tooMany' }
  return { ok: true, value: Math.round((numerator / denominator) * 10_000) / 100, numerator, denominator }
}
