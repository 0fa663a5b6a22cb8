import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import schema from '@luoshi/plan-compiler/plan.schema.json' with { type: 'json' }
import { schemaViolations } from '@luoshi/plan-compiler/schema-violations.testing'
import { describe, expect, it } from 'vitest'
import { asKept, catalogueFolder, catalogueNames, compileEntry } from './catalogue.ts'

const kept = (name: string, file: string): string => readFileSync(join(catalogueFolder, name, file), 'utf8')

it('every archetype has its ready programme', () => {
  expect(catalogueNames().map(name => name.slice(0, 3))).toEqual(
    Array.from({ length: 21 }, (_, i) => `a${String(i + 1).padStart(2, '0')}`),
  )
})

describe.each(catalogueNames())('%s', name => {
  const { programme, diagnostics } = compileEntry(name)

  it('compiles to the programme kept beside it (else run tools/src/accept-catalogue.ts)', () => {
    expect(asKept(programme)).toBe(kept(name, 'programme.json'))
    expect(asKept(diagnostics)).toBe(kept(name, 'diagnostics.json'))
  })

  it('is as long as an office would issue it: 1,500 to 4,000 characters, blanks and line ends not counted', () => {
    const { length } = kept(name, 'plan.md').replace(/\s/g, '')
    expect(length).toBeGreaterThanOrEqual(1500)
    expect(length).toBeLessThanOrEqual(4000)
  })

  it('is one plan, and fits the published schema', () => {
    expect(programme.plans).toHaveLength(1)
    expect(schemaViolations(schema, programme)).toEqual([])
  })

  it('is a sound plan', () => {
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('holds work to do: tasks with parties, and a rhythm or a target', () => {
    const [plan] = programme.plans
    const assigned = plan?.tasks.filter(task => [...task.lead, ...task.responsible, ...task.support].length > 0) ?? []
    expect(assigned.length).toBeGreaterThanOrEqual(3)
    expect((plan?.duties.length ?? 0) + (plan?.indicators.length ?? 0)).toBeGreaterThanOrEqual(3)
  })
})
