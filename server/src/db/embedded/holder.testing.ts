import pg from 'pg'
import { startEmbedded } from './start-embedded.ts'

/**
 * A small Luoshi, run as a process of its own that tests may kill. Prints one line of JSON for each thing that happens;
 * told to `write`, it inserts rows without pause and prints the number of each once its commit is acknowledged.
 */
const hold = async (dataDir: string, write: boolean): Promise<void> => {
  const database = await startEmbedded({ dataDir, log: sentence => say({ kind: 'log', sentence }) })
  process.on('SIGTERM', () => {
    database.stop().then(() => process.exit(0))
  })
  say({ kind: 'ready', url: database.url })
  if (!write) return void setInterval(() => undefined, 60_000)

  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('create table if not exists written (n bigint primary key)')
  const { rows } = await client.query<{ next: string }>('select coalesce(max(n), 0) + 1 as next from written')
  for (let n = Number(rows[0]?.next); ; n += 1) {
    await client.query('insert into written values ($1)', [n])
    say({ kind: 'written', n })
  }
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const [dataDir, work] = process.argv.slice(2)
if (!dataDir) throw new Error('usage: holder.testing.ts <folder> [write]')
hold(dataDir, work === 'write').catch(error => {
  say({ kind: 'refused', code: error.code, sentence: error.message })
  process.exit(1)
})
