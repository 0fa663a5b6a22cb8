import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './places.mjs'
import { runNode } from './programs.mjs'
import { totalsOf } from './totals.mjs'

/** Runs vitest's projects with its own output in view and returns the totals it reports. */
export const runTests = async (name, projects, env = {}) => {
  console.log(`\n${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-report-'))
  const report = join(folder, 'report.json')
  try {
    const args = ['run', ...projects.flatMap(project => ['--project', project]), '--silent=passed-only']
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const status = await runNode([inRoot('node_modules/vitest/vitest.mjs'), ...args, ...reporters], env)
    return totalsOf(readReport(report), status)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const readReport = path => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
