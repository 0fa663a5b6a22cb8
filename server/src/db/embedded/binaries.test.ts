import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findBinaries, program } from './binaries.ts'

test('the PostgreSQL of this platform is there', () => {
  expect(existsSync(program(findBinaries(), 'initdb'))).toBe(true)
})

test('where there is none, a sentence says to set DATABASE_URL', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow(
    expect.objectContaining({
      code: 'no-binary',
      message: expect.stringMatching(/no PostgreSQL for sunos-sparc\. Set DATABASE_URL/),
    }),
  )
})
