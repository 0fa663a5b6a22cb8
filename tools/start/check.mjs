import { inRoot, pinnedNode } from './places.mjs'
import { runQuietly } from './programs.mjs'
import { during } from './progress.mjs'
import { runTests } from './run-tests.mjs'
import { noTests, sum } from './totals.mjs'

const tsc = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p']

const STEPS = [
  [
    'Style (biome)',
    [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '--colors=off',
    ],
  ],
  ['Types of the server and the tools', [...tsc, '.']],
  ['Types of the packages', [...tsc, 'packages']],
  ['Types of the pages', [...tsc, 'web']],
]

/** Everything but the journeys: style, types, and all tests that need no browser. Returns the exit status. */
export const check = async () => {
  const totals = await runChecks()
  return totals.failed === 0 ? 0 : 1
}

/** Runs each step even when an earlier one failed, so that one run tells everything; returns the totals. */
export const runChecks = async () => {
  let totals = noTests
  for (const [name, [script, ...args]] of STEPS) totals = sum(totals, await step(name, script, args))
  return sum(totals, await runTests('Rules, house and database', ['pure', 'database']))
}

const step = async (name, script, args) => {
  const { ok, output } = await during(name, async () => {
    const result = await runQuietly(pinnedNode, [inRoot(script), ...args])
    return { ok: result.status === 0, output: result.output }
  })
  if (!ok) console.log(`\n${output.trim()}\n`)
  return { ...noTests, failed: ok ? 0 : 1 }
}
