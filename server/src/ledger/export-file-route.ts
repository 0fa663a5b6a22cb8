import { localDate } from '@luoshi/rules/local-time'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { allow } from '../allow.ts'
import type { Context, House } from '../context.ts'
import { inRequest } from '../http/in-request.ts'
import { Problem } from '../problem.ts'
import { exportRows } from './export-rows.ts'

const params = z.object({ id: z.uuid() })

/** `/api/v1/ledger-exports/{id}/file`: the archive, or a stretch of it, so that a download goes on where it broke off. */
export const ledgerFileRoute = (app: FastifyInstance, house: House): void => {
  app.get('/api/v1/ledger-exports/:id/file', async (request, reply) => {
    const { id } = parsed(request.params)
    const { tenantId, bytes, name } = await inRequest(house, request, context => readyExport(context, id))
    const range = rangeOf(request.headers.range, bytes)
    reply
      .type('application/zip')
      .header('accept-ranges', 'bytes')
      .header('etag', `"${id}"`)
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${bytes}`).send()
    const { start, end } = range ?? { start: 0, end: bytes - 1 }
    if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`)
    return reply.header('content-length', end - start + 1).send(house.files.archives.read(tenantId, id, { start, end }))
  })
}

const parsed = (given: unknown): z.infer<typeof params> => {
  const read = params.safeParse(given)
  if (!read.success) throw new Problem('not-found', { noun: 'ledger' })
  return read.data
}

const readyExport = async (context: Context, id: string) => {
  const row = await exportRows(context)
    .innerJoin('programmes as p', join =>
      join.onRef('p.tenant_id', '=', 'x.tenant_id').onRef('p.id', '=', 'x.programme_id'),
    )
    .select('p.title')
    .where('x.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'ledger' })
  allow(context.actor, 'ledger.export', { tenantId: row.tenant_id, unitPath: row.unit_path })
  const isThere = row.state === 'ready' && (await context.files.archives.has(row.tenant_id, id))
  if (!isThere || row.bytes === null) throw new Problem('not-found', { noun: 'ledger' })
  return {
    tenantId: row.tenant_id,
    bytes: row.bytes,
    name: `${row.title} 台账 ${row.unit_name} ${localDate(row.asked_at)}.zip`,
  }
}

/** One stretch, as RFC 9110 has it. Null: the whole, also where something else was asked than we give. */
export const rangeOf = (
  header: string | undefined,
  bytes: number,
): { readonly start: number; readonly end: number } | 'beyond' | null => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') return Number(to) === 0 ? 'beyond' : { start: Math.max(0, bytes - Number(to)), end: bytes - 1 }
  const start = Number(from)
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= bytes ? 'beyond' : { start, end }
}
