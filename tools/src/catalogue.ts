import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@luoshi/plan-compiler/compile'
import type { Compilation, Severity } from '@luoshi/plan-compiler/plan'

/** Where the ready programmes are kept, a folder each. */
export const catalogueFolder = join(import.meta.dirname, '../../catalogue')

/** A diagnostic as one reviews it: what it says and the words it says it of. */
export type ReviewedDiagnostic = {
  readonly code: string
  readonly severity: Severity
  readonly words: string
  readonly what: string
}

export type Entry = {
  readonly name: string
  readonly programme: Compilation
  readonly diagnostics: readonly ReviewedDiagnostic[]
}

/** The names of the ready programmes, `a01-civilised-community` and so on. */
export const catalogueNames = (): readonly string[] =>
  readdirSync(catalogueFolder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^a\d\d-/.test(entry.name))
    .map(entry => entry.name)
    .sort()

/** Compiles the plan of one programme as it stands. */
export const compileEntry = (name: string): Entry => {
  const text = readFileSync(join(catalogueFolder, name, 'plan.md'), 'utf8')
  const { source, ...compiled } = compile(text, { name: `${name}/plan.md` })
  // The lines of a text are told by the text itself.
  const programme: Compilation = {
    schema: compiled.schema,
    source: { name: source.name, sha256: source.sha256 },
    text: compiled.text,
    plans: compiled.plans,
  }
  const diagnostics = programme.plans
    .flatMap(plan => plan.diagnostics)
    .map(({ code, severity, span, message }) => {
      return { code, severity, words: programme.text.slice(span.start, span.end), what: message.what }
    })
  return { name, programme, diagnostics }
}

/** JSON as the catalogue keeps it. */
export const asKept = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
