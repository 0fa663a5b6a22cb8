import { sha256Hex } from '@luoshi/rules/sha256'
import { canonical } from './1-read/canonical.ts'
import { clean } from './1-read/clean.ts'
import { carryPlaces, linePlaces } from './1-read/places.ts'
import { linesInPlace } from './2-outline/lines-in-place.ts'
import { splitPlans } from './2-outline/split-plans.ts'
import { writtenForm } from './3-extract/as-written.ts'
import { doubtsInWords } from './3-extract/doubts/unsure.ts'
import { readPlan } from './3-extract/read-plan.ts'
import { check } from './4-check/check.ts'
import type { Compilation, Place } from './plan.ts'
import { withClues } from './scan/clues.ts'

/** Plain text: what `readBytes` gave, or what somebody typed. */
export type Input = string

export type CompileOptions = {
  readonly name: string
  /** Fills in dates whose year is missing or masked. */
  readonly year?: number
  readonly language?: 'zh' | 'en'
  /** Where the input stands in the file it was read from, as `readBytes` tells; its own lines where absent. */
  readonly places?: readonly Place[]
  /** Digest of the file the text was read from; the text's own digest where absent. */
  readonly sha256?: string
}

/** Reads every plan in a text and checks it. Synchronous, deterministic, and never throws about a document. */
export const compile = (input: Input, options: CompileOptions): Compilation => {
  const text = clean(input)
  const seen = canonical(text)
  const year = options.year ?? null
  const source = { text, canonical: seen, year, language: options.language ?? 'zh' } as const
  const shown = writtenForm(seen, text)
  const plans = withClues(seen, () =>
    splitPlans(seen, linesInPlace(seen)).map(plan => {
      const reading = doubtsInWords(shown(readPlan(seen, plan, year)), source.language)
      return { ...reading, diagnostics: check(reading, plan.lines, source) }
    }),
  )
  const digest = options.sha256 ?? sha256Hex(input)
  const places = carryPlaces(input, text, options.places ?? linePlaces(input))
  return { schema: 'luoshi.plan/1', source: { name: options.name, sha256: digest, places }, text, plans }
}
