import pg from 'pg'
import type { Log } from './context.ts'

/**
 * One JSON line per event. Callers give ids, counts and codes, never what people wrote; what an error quotes from the
 * database's rows is left out here.
 */
export const jsonLog = (write: (line: string) => void, now: () => Date): Log => {
  const at =
    (level: string) =>
    (fields: object, sentence: string): void =>
      write(JSON.stringify({ at: now().toISOString(), level, sentence, ...fields }, withoutPersonalData))
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** For a person at a terminal: what goes wrong, in words; what goes right is not told. */
export const plainLog = (write: (line: string) => void): Log => {
  const at =
    (word: string) =>
    (fields: object, sentence: string): void =>
      write(`${word}: ${sentence} ${JSON.stringify(fields, withoutPersonalData)}`)
  return { info: () => {}, warn: at('Warning'), error: at('Error') }
}

const withoutPersonalData = (_key: string, value: unknown): unknown =>
  value instanceof Error ? describe(value) : typeof value === 'bigint' ? Number(value) : value

const describe = (error: Error): object => ({
  name: error.name,
  message: unquoted(error.message),
  stack: (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at ')),
  ...(error.cause !== undefined && { cause: error.cause }),
  ...(error instanceof pg.DatabaseError && {
    code: error.code,
    table: error.table,
    column: error.column,
    constraint: error.constraint,
    routine: error.routine,
  }),
})

/** An error quotes what it did not like, and that may be a name: `invalid input syntax for type uuid: "…"`. */
const unquoted = (message: string): string =>
  message.replace(/(["'“‘《])[^"'”’》\n]*(["'”’》])/g, '$1…$2').slice(0, 500)
