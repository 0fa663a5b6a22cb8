import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Terminal } from './command.ts'
import { run } from './run.ts'

const readInput = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part)
  return Buffer.concat(parts)
}

// Only this file knows the process.
const terminal = (): Terminal => ({
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  readFile,
  readInput,
  writeNewFile: (path, text) => writeFile(path, text, { flag: 'wx' }),
  interactive: process.stdout.isTTY === true,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
})

/** Runs the command line of this process. */
export const start = async (): Promise<void> => {
  // A reader that has seen enough (`luoshi … | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await run(process.argv.slice(2), terminal())
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await start()
