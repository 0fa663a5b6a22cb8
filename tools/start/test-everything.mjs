import { existsSync, readdirSync } from 'node:fs'
import { runChecks } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { inRoot } from './places.mjs'
import { runTests } from './run-tests.mjs'
import { noTests, sum } from './totals.mjs'
import { buildWeb } from './web-build.mjs'

/** Everything that CI runs; the last line says how many tests passed and failed. Returns the exit status. */
export const testEverything = async () => {
  const totals = sum(await runChecks(), await runJourneys())
  if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped on this machine`)
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1
}

const runJourneys = async () => {
  if (!hasJourneys()) return noTests
  const { ok, output } = await buildWeb()
  if (!ok) {
    console.log(`\n${output.trim()}\n`)
    return { ...noTests, failed: 1 }
  }
  try {
    const chromium = await findChromium()
    return await runTests('Journeys in the browser', ['journeys'], { CHROMIUM_PATH: chromium })
  } catch (error) {
    if (!error.sentence) throw error
    console.log(`\n${error.sentence}`)
    return { ...noTests, failed: 1 }
  }
}

const hasJourneys = () => {
  const folder = inRoot('journeys/src')
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some(name => String(name).endsWith('.journey.ts'))
  )
}
