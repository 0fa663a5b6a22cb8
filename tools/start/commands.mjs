import { existsSync } from 'node:fs'
import { check } from './check.mjs'
import { ensureInstalled } from './install.mjs'
import { inRoot } from './places.mjs'
import { runNode } from './programs.mjs'
import { testEverything } from './test-everything.mjs'
import { toldOff } from './told-off.mjs'
import { ensureWeb } from './web-build.mjs'

const COMMANDS = {
  start: async args => {
    await ensureWeb()
    return runNode([inRoot('server/src/main.ts'), ...args])
  },
  dev: async () => (await import('./dev.mjs')).dev(),
  check: () => check(),
  test: () => testEverything(),
  bench: args => runTool('bench/src/main.ts', args),
  fuzz: args => runTool('tools/src/fuzz-compiler.ts', args),
}

/** Runs one of the npm scripts and returns its exit status; what is missing on this machine is installed first. */
export const runCommand = async (name, args) => {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined
  if (!command) throw toldOff(`There is no command "${name ?? ''}". There are: ${Object.keys(COMMANDS).join(', ')}.`)
  await ensureInstalled()
  return command(args)
}

const runTool = (path, args) => {
  if (!existsSync(inRoot(path))) throw toldOff(`${path} is not there.`)
  return runNode([inRoot(path), ...args])
}
