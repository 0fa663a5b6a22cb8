import { parseArgs } from 'node:util'

export type OneFile = { readonly file: string; readonly dataDir: string; readonly databaseUrl: string | null }

const options = { data: { type: 'string' }, database: { type: 'string' } } as const

/** Reads the arguments of a command that works between one file and one house; the environment names the house otherwise. */
export const oneFile = (args: readonly string[]): OneFile => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Error('要一个文件名。(Name one file.)')
  return {
    file,
    dataDir: values.data || process.env.DATA_DIR || './data',
    databaseUrl: values.database || process.env.DATABASE_URL || null,
  }
}
