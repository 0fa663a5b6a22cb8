import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const id = /\b[A-Z]{3,11}-\d{1,2}\b/g
const here = import.meta.dirname

const testFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === '4-check' ? [] : testFiles(path)
    return entry.name.endsWith('.test.ts') && entry.name !== 'spec.test.ts' ? [path] : []
  })

const titled = /(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*['"`]([A-Z]{3,11}-\d{1,2}) /g

test('every rule of the specification heads a test, and every test headed by a rule has it in the specification', () => {
  const specified = new Set(
    [...readFileSync(join(here, '../SPEC.md'), 'utf8').matchAll(/\*\*([A-Z]{3,11}-\d{1,2})\*\*/g)].map(m => m[1]),
  )
  const tested = new Set(
    testFiles(here).flatMap(file => [...readFileSync(file, 'utf8').matchAll(titled)].map(m => m[1])),
  )
  expect([...tested].sort()).toEqual([...specified].sort())
})

test('the specification names no rule that it does not state', () => {
  const text = readFileSync(join(here, '../SPEC.md'), 'utf8')
  const stated = new Set([...text.matchAll(/\*\*([A-Z]{3,11}-\d{1,2})\*\*/g)].map(m => m[1]))
  for (const [name] of text.matchAll(id)) if (!/^(?:UTF|SHA)-/.test(name)) expect(stated).toContain(name)
})
