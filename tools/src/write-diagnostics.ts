import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diagnosticsPage } from './diagnostics-page.ts'

/** Writes `docs/diagnostics.md`. Run after changing a message, a severity or a sample. */
const folder = join(import.meta.dirname, '../../docs')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'diagnostics.md'), diagnosticsPage())
