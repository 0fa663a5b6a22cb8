import { parseArgs } from 'node:util'
import type { Run } from '../command.ts'
import { status } from '../command.ts'
import { refused } from './refused.ts'

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
} as const

/** The server's own names for what may be said on the command line. */
const settings = { port: 'PORT', host: 'HOST', data: 'DATA_DIR', database: 'DATABASE_URL' } as const

/** Runs the server in this process, as `npm start` does. It reads its settings from the environment alone: so they are put there. */
export const serve: Run = async (args, terminal) => {
  try {
    const { values } = parseArgs({ args: [...args], options })
    for (const [option, value] of Object.entries(values)) {
      if (value !== undefined) process.env[settings[option as keyof typeof settings]] = value // parseArgs knows no others
    }
  } catch (error) {
    return refused('serve', terminal, error)
  }
  await import('@luoshi/server/main')
  return status.clean
}
