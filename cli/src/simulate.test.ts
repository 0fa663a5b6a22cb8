import { expect, test } from 'vitest'
import type { Terminal } from './command.ts'
import { simulate } from './commands/simulate.ts'

const run = async (...args: readonly string[]): Promise<{ status: number; err: string }> => {
  const err: string[] = []
  const terminal: Terminal = {
    out: () => {},
    err: text => void err.push(text),
    readFile: () => Promise.reject(new Error('reads no file')),
    readInput: () => Promise.reject(new Error('reads no input')),
    writeNewFile: () => Promise.reject(new Error('nothing is written')),
    interactive: false,
    columns: null,
    colours: false,
  }
  return { status: await simulate(args, terminal), err: err.join('') }
}

test('it wants names of ready programmes or all of them, and not both', async () => {
  expect(await run()).toMatchObject({ status: 2, err: expect.stringContaining('or say --all') })
  expect(await run('a07', '--all')).toMatchObject({ status: 2, err: expect.stringContaining('or say --all') })
})

test('a programme that is not in the catalogue, and days that are no number, are refused', async () => {
  expect(await run('a07', 'a99')).toMatchObject({ status: 2, err: expect.stringContaining('no a99') })
  expect(await run('a07', '--days', 'soon')).toMatchObject({ status: 2, err: expect.stringContaining('whole number') })
})
