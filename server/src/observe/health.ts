import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { migrationNames } from '../db/migrate.ts'

/** `/healthz`: it answers. `/readyz`: it can do its work, and if not, what is missing. */
export const health = (app: FastifyInstance, house: House): void => {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const [database, jobs] = await Promise.all([databaseState(house), jobsState(house)])
    const ready = database === 'ready' && jobs.state === 'ready'
    return reply.status(ready ? 200 : 503).send({ ready, database, jobs })
  })
}

const databaseState = async ({ db }: House): Promise<'ready' | 'migrations-waiting' | 'unreachable'> => {
  try {
    const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(db)
    const applied = new Set(rows.map(({ name }) => name))
    return (await migrationNames()).every(name => applied.has(name)) ? 'ready' : 'migrations-waiting'
  } catch {
    return 'unreachable'
  }
}

const jobsState = async ({ jobs }: House): Promise<{ state: string; waiting?: number; poison?: number }> => {
  try {
    const { running, waiting, poison } = await jobs.state()
    return { state: running ? 'ready' : 'stopped', waiting, poison }
  } catch {
    return { state: 'unreachable' }
  }
}
