import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, pinnedNode } from './places.mjs'
import { runQuietly } from './programs.mjs'
import { during } from './progress.mjs'
import { toldOff } from './told-off.mjs'

const marker = inRoot('web/dist/.luoshi')
const SKIPPED = new Set(['node_modules', 'dist'])

/** Builds the pages unless those in web/dist were built from exactly these sources. */
export const ensureWeb = async () => {
  const { ok, output } = await buildWeb()
  if (!ok) throw toldOff(`${output}\n\nThe pages could not be built; the reason is above.`)
}

/** Like `ensureWeb`, with the outcome returned. */
export const buildWeb = async () => {
  const sources = hashOfSources()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === sources) return { ok: true, output: '' }
  return during('Building the pages', async () => {
    const vite = inRoot('node_modules/vite/bin/vite.js')
    const { status, output } = await runQuietly(pinnedNode, [vite, 'build', inRoot('web'), '--logLevel', 'warn'])
    if (status === 0) writeFileSync(marker, sources)
    return { ok: status === 0, output }
  })
}

const hashOfSources = () => {
  const hash = createHash('sha256').update(readFileSync(inRoot('package-lock.json')))
  for (const folder of ['web', 'packages']) {
    for (const path of filesIn(folder)) hash.update(path).update(readFileSync(inRoot(path)))
  }
  return hash.digest('hex')
}

const filesIn = folder =>
  readdirSync(inRoot(folder), { withFileTypes: true })
    .filter(entry => !SKIPPED.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return entry.isFile() ? [path] : []
    })
