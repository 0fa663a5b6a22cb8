import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'
import { isNear } from './near.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation of the contract that answers, `plans.publish`; empty for other routes. */
    operation: string
  }
}

/** `/metrics` in Prometheus' format, for who asks from this machine or its own network. */
export const metrics = (app: FastifyInstance, house: House, pool: pg.Pool | null): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'luoshi_' })
  const durations = new Histogram({
    name: 'luoshi_request_seconds',
    help: 'How long requests took, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  if (pool !== null) gaugePool(registry, pool)
  gaugeJobs(registry, house)

  app.decorateRequest('operation', '')
  app.addHook('onResponse', async (request, reply) => {
    const operation = request.operation || `${request.method} ${request.routeOptions.url ?? 'none'}`
    const status = String(reply.statusCode)
    durations.observe({ operation, status }, reply.elapsedTime / 1000)
    house.log.info(
      { requestId: request.id, operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'A request was answered',
    )
  })
  app.get('/metrics', async (request, reply) => {
    if (!isNear(request.ip)) throw new Problem('not-found', { noun: 'page' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const gaugePool = (registry: Registry, pool: pg.Pool): void => {
  new Gauge({
    name: 'luoshi_database_connections',
    help: 'Connections to the database, by what they do; waiting counts requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

const gaugeJobs = (registry: Registry, { jobs }: House): void => {
  new Gauge({
    name: 'luoshi_jobs',
    help: 'Jobs that wait, and jobs that failed for good and are kept to be looked at',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, poison } = await jobs.state()
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'poison' }, poison)
    },
  })
}
