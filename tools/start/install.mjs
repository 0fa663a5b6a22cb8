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
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true
    return found.link === wanted.link && found.version === wanted.version && found.integrity === wanted.integrity
  })
}

const install = async () => {
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--ignore-scripts=false']
  const npm = process.env.npm_execpath
  const { status, output } = npm?.endsWith('.js')
    ? await runQuietly(process.execPath, [npm, ...args])
    : await runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  return { ok: status === 0, output }
}

const failure = output => `${lastLines(output)}\n\nThe packages could not be installed. ${advice(output)}`

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

const lastLines = text => text.trim().split('\n').slice(-15).join('\n')

const readIfThere = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
