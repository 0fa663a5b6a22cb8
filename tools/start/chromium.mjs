import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inRoot, pinnedNode } from './places.mjs'
import { runQuietly } from './programs.mjs'
import { during } from './progress.mjs'
import { toldOff } from './told-off.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium that runs: the one that is named, the system's, or one installed now. */
export const findChromium = async () => {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await runs(named)) return named
    throw toldOff(`CHROMIUM_PATH names ${named}, which does not run. Name a Chromium or Chrome, or unset it.`)
  }
  return (await onSystem()) ?? (await fromPlaywright()) ?? (await install())
}

const onSystem = async () => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...NAMES.flatMap(name => folders.map(folder => join(folder, name))), ...ELSEWHERE]
  return firstThatRuns(candidates)
}

const firstThatRuns = async paths => {
  for (const path of paths) if (await runs(path)) return path
  return undefined
}

// Ubuntu's chromium-browser is a stub that only asks for a snap: what counts is that it tells its version.
const runs = async path => {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  const { status, output } = await runQuietly(path, ['--version'])
  return status === 0 && /\d+\.\d+\.\d+/.test(output)
}

const fromPlaywright = async () => {
  const ask = `process.stdout.write(require('playwright-core').chromium.executablePath())`
  const { status, output } = await runQuietly(pinnedNode, ['-e', ask])
  return status === 0 && (await runs(output.trim())) ? output.trim() : undefined
}

const install = async () => {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    await during('Installing Chromium from the packages of this system', installFromDebian)
    const found = await onSystem()
    if (found) return found
  }
  const cli = inRoot('node_modules/playwright-core/cli.js')
  const { output } = await during('Downloading Chromium for the journeys', async () => {
    const result = await runQuietly(pinnedNode, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
    return { ok: result.status === 0, output: result.output }
  })
  const found = await fromPlaywright()
  if (found) return found
  throw toldOff(
    `${output.trim().split('\n').slice(-5).join('\n')}\n\nThe journeys need Chromium, and it could not be installed. ` +
      'Install Chromium or Chrome on this system, or name one with CHROMIUM_PATH, then run npm test again.',
  )
}

const installFromDebian = async () => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update', '-q'], env)
  const packages = ['chromium', 'fonts-noto-cjk']
  const { status } = await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], env)
  return { ok: status === 0 }
}
