import { sha256 } from './1-read/sha256.ts'
import { check } from './4-check/check.ts'
import type { Compilation, Reading } from './plan.ts'

/** Plain text: what `readBytes` gave, or what somebody typed. */
export type Input = string

export type CompileOptions = {
  readonly name: string
  /** Fills in dates whose year is missing or masked. */
  readonly year?: number
  readonly language?: 'zh' | 'en'
  /** Digest of the file the text was read from; the text's own digest where absent. */
  readonly sha256?: string
}

/** Reads every plan in a text and checks it. Synchronous, deterministic, and never throws about a document. */
export const compile = (input: Input, options: CompileOptions): Compilation => {
  const reading: Reading = {
    title: null,
    issuer: null,
    span: { start: 0, end: input.length },
    outline: [],
    groups: [],
    phases: [],
    tasks: [],
    duties: [],
    indicators: [],
    milestones: [],
    checklists: [],
    procedure: [],
    budget: [],
    consequences: [],
    references: [],
  }
  const source = { text: input, year: options.year ?? null, language: options.language ?? 'zh' }
  return {
    schema: 'luoshi.plan/1',
    source: { name: options.name, sha256: options.sha256 ?? sha256(new TextEncoder().encode(input)) },
    text: input,
    plans: [{ ...reading, diagnostics: check(reading, source) }],
  }
}
