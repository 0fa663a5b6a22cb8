import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { inRoot, pinnedNode, root } from './places.mjs'

/** Runs the pinned Node in the foreground and returns its exit status. Signals that reach us are passed on. */
export const runNode = async (args, extraEnv = {}) => {
  const child = spawn(pinnedNode, args, { cwd: root, stdio: 'inherit', env: pinnedEnv(extraEnv) })
  const stopPassing = passSignals(child)
  const { status } = await end(child)
  stopPassing()
  return status
}

/** Runs a program without showing what it prints; that is returned, both channels together. */
export const runQuietly = async (program, args, extraEnv = {}) => {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: pinnedEnv(extraEnv) })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', text => {
      output += text
    })
  }
  const stopPassing = passSignals(child)
  const { status, problem } = await end(child)
  stopPassing()
  return { status, output: problem ? `${output}${problem}` : output }
}

/** The environment in which every `node` that is found by name is the pinned one. */
export const pinnedEnv = extra => ({
  ...process.env,
  ...(process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' }),
  PATH: `${inRoot('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...extra,
})

/** Waits for the end of a child; one that was ended by a signal counts as a shell counts it. */
export const end = child =>
  new Promise(resolve => {
    child.once('error', error => resolve({ status: 127, problem: error.message }))
    child.once('close', (code, signal) => resolve({ status: code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0) }))
  })

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/**
 * Passes on the signals that ask to stop. On a terminal Ctrl-C reaches the child by itself: passed on, it would arrive twice.
 * When npm is told to stop, the shell between it and us dies without a word: so its death is taken for the signal.
 */
export const passSignals = child => {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => {
    const pass = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, pass)
    return [signal, pass]
  })
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
  }, 500)
  return () => {
    clearInterval(watch)
    for (const [signal, pass] of handlers) process.off(signal, pass)
  }
}
