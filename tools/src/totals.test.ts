import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { totalsOf } from '../start/totals.mjs'
import { root } from './tracked-files.ts'

let folder = ''
beforeEach(() => {
  // Inside the repository, so that the files find vitest as the real tests do.
  folder = mkdtempSync(join(root, 'node_modules/.totals-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs vitest on these files and counts as `npm test` does. */
const count = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, test } from 'vitest'\n${text}`)
  }
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default { test: { include: ['*.try.js'] } }`)
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: folder, env: { PATH: process.env.PATH } })
  return totalsOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, status ?? 1)
}

const sound = `test('a', () => {}); test('b', () => {})`

test('tests that pass, fail and are skipped are counted as vitest counts them', { timeout: 60_000 }, () => {
  expect(count({ 'a.try.js': `${sound}; test('c', () => expect(1).toBe(2)); test.skip('d', () => {})` })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
  })
})

test('a file that cannot be loaded is a failure, though none of its tests was run', { timeout: 60_000 }, () => {
  expect(count({ 'a.try.js': sound, 'b.try.js': `import './not-there.js'` })).toMatchObject({ passed: 2, failed: 1 })
})

test('an error that no test has caught is a failure', { timeout: 60_000 }, () => {
  const late = `test('late', async () => { setTimeout(() => { throw new Error('late') }); await new Promise(r => setTimeout(r, 50)) })`
  expect(count({ 'a.try.js': late })).toMatchObject({ passed: 1, failed: 1 })
})

test('a run without a report is a failure, and so is one that found no tests', { timeout: 60_000 }, () => {
  expect(totalsOf(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(count({})).toMatchObject({ passed: 0, failed: 1 })
})
