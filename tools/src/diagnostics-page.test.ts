import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnosticCodes } from '@luoshi/plan-compiler/4-check/codes'
import { expect, it } from 'vitest'
import { diagnosticsPage } from './diagnostics-page.ts'

const written = readFileSync(join(import.meta.dirname, '../../docs/diagnostics.md'), 'utf8')

it('the reference page says what the compiler says (else run tools/src/write-diagnostics.ts)', () => {
  expect(written).toBe(diagnosticsPage())
})

it('every diagnostic has its section, and every section its diagnostic', () => {
  const sections = Array.from(written.matchAll(/^## `([a-z-]+)`$/gm), match => match[1])
  expect(sections).toEqual([...diagnosticCodes].sort())
})
