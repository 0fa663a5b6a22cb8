import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname

test('every rule of the specification heads a test, and every test headed by a rule has it in the specification', () => {
  const stated = [...readFileSync(join(here, '../SPEC.md'), 'utf8').matchAll(/\*\*(SYNC-\d+)\*\*/g)].map(m => m[1])
  const tests = readdirSync(here).filter(name => name.endsWith('.test.ts') && name !== 'spec.test.ts')
  const tested = new Set(
    tests.flatMap(name =>
      [...readFileSync(join(here, name), 'utf8').matchAll(/test\(\s*'(SYNC-\d+) /g)].map(m => m[1]),
    ),
  )
  expect([...tested].sort()).toEqual([...new Set(stated)].sort())
  expect(new Set(stated).size).toBe(stated.length)
})
