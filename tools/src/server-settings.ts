import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tracked-files.ts'

/** Names of the environment variables that the server reads; it reads them in `main.ts` alone. */
export const serverSettings = (): readonly string[] => {
  const main = readFileSync(join(root, 'server/src/main.ts'), 'utf8')
  return [...new Set([...main.matchAll(/\b(?:setting|flag)\('([A-Z_]+)'/g)].map(match => match[1] ?? ''))].toSorted()
}
