import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeSchema } from '@luoshi/server/db/describe-schema'
import { describeTables } from '@luoshi/server/db/describe-tables'
import { startEmbedded } from '@luoshi/server/db/embedded/start-embedded'
import { migrate } from '@luoshi/server/db/migrate'
import { openPool } from '@luoshi/server/db/pool'

/** Writes `schema.sql` and `tables.ts` from a freshly migrated database. Run after adding a migration. */
const dataDir = await mkdtemp(join(tmpdir(), 'luoshi-schema-'))
const database = await startEmbedded({ dataDir, log: () => {} })
const pool = openPool({ url: database.url })
try {
  await migrate(pool)
  const folder = join(import.meta.dirname, '../../server/src/db')
  await writeFile(join(folder, 'schema.sql'), await describeSchema(pool))
  await writeFile(join(folder, 'tables.ts'), await describeTables(pool))
  execFileSync('biome', ['format', '--write', join(folder, 'tables.ts')], { stdio: 'ignore' })
} finally {
  await pool.end()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
