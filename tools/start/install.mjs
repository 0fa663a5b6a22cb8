import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inRoot, pinnedNode } from './places.mjs'
import { runQuietly } from './programs.mjs'
import { during } from './progress.mjs'
import { toldOff } from './told-off.mjs'

const marker = inRoot('node_modules/.luoshi')

/** Installs the packages of package-lock.json unless exactly they are installed already. */
export const ensureInstalled = async () => {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch}\n${lock}`).digest('hex')
  if (existsSync(pinnedNode)) {
    if (readIfThere(marker) === wanted) return
    if (agrees(lock, readIfThere(inRoot('node_modules/.package-lock.json')))) return void writeFileSync(marker, wanted)
  }

  rmSync(marker, { force: true })
  const { ok, output } = await during('Installing packages (the first time this takes a minute or two)', install)
  if (!ok) throw toldOff(failure(output))
  if (!existsSync(pinnedNode)) throw toldOff(noNode)
  writeFileSync(marker, wanted)
}

/** Whether npm's own note of what it put in node_modules says the same as the lock file. */
const agrees = (lockText, installedText) => {
  if (!installedText) return false
  const installed = JSON.parse(installedText).packages
  return Object.entries(JSON.parse(lockText).packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true
    const found = installed[path]
    if (!found) return wanted.optional === true || wanted.devOptional === true
    return found.link === wanted.link && found.version === wanted.version && found.integrity === wanted.integrity
  })
}

const install = async () => {
  const clean = await npm(['ci'])
  // A lock file that lacks some other platform's packages is refused by `npm ci` though all that is needed here is in it.
  const { status, output } = INCOMPLETE.test(clean.output) ? await npm(['install', '--no-save']) : clean
  return { ok: status === 0, output }
}

const INCOMPLETE = /Missing: \S+ from lock file/

const npm = command => {
  const args = [...command, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--ignore-scripts=false']
  const ours = process.env.npm_execpath
  if (ours?.endsWith('.js')) return runQuietly(process.execPath, [ours, ...args])
  return runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

const failure = output => `${firstLines(output)}\n\nThe packages could not be installed. ${advice(output)}`

const advice = output => {
  const [, sentence] = ADVICE.find(([sign]) => sign.test(output)) ?? []
  return sentence ?? 'What npm says is above; when it is mended, run the same command again.'
}

const ADVICE = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT|network/,
    'npm cannot reach its registry: check the network, and the proxy if there is one (npm config set proxy …), then run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full: make room (about 1 GB), then run the same command again.'],
  [/EACCES|EPERM/, 'This folder may not be written to: make it yours (chown), then run the same command again.'],
  [/spawn \S*npm\S* ENOENT/, 'npm was not found: install it beside Node, then run the same command again.'],
  [
    /can only install .* in sync|EUSAGE/,
    'package.json and package-lock.json disagree: run npm install once, then the same command again.',
  ],
]

const noNode =
  'The packages are installed, but the Node that Luoshi runs on is not among them: its install script was not run. ' +
  'Run npm rebuild node, then the same command again.'

const firstLines = text => text.trim().split('\n').slice(0, 12).join('\n')

const readIfThere = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
