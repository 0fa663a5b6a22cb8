import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import type { Context, House } from '../context.ts'
import { inRequest } from '../http/in-request.ts'
import { Problem } from '../problem.ts'
import { coveredFile } from './cover-picture.ts'
import { allowSeeing, seesThroughCase } from './see-evidence.ts'
import { findUpload } from './start-upload.ts'
import { withoutTraces } from './without-traces.ts'

const params = z.object({ id: z.uuid() })
const query = z.object({ offset: z.coerce.number().int().min(0).default(0) })

/** Bytes in and bytes out, beside the contract. */
export const evidenceFileRoutes = async (app: FastifyInstance, house: House): Promise<void> => {
  await app.register(async pieces => {
    // The bytes go to disk as they come, whatever they are said to be.
    pieces.removeAllContentTypeParsers()
    pieces.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    pieces.put('/api/v1/uploads/:id', async request => {
      const { id } = known(params, request.params)
      const { offset } = known(query, request.query)
      const upload = await inRequest(house, request, context => findUpload(context, id))
      const piece = request.body as Readable // passed on by the parser above
      const received = await house.files.putPiece(upload.tenant_id, id, offset, piece, upload.bytes)
      return { received }
    })
  })
  app.get('/api/v1/evidence/:id/file', async (request, reply) => {
    const { id } = known(params, request.params)
    const file = await inRequest(house, request, context => fileOf(context, id))
    keepPrivate(reply, file.mediaType)
    if (file.kind !== 'photo') {
      const inline = file.mediaType === 'application/pdf' ? 'inline' : 'attachment'
      reply.header('content-disposition', `${inline}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    }
    return reply.send(await withoutTraces(house.files, file.tenantId, file.sha256))
  })
  app.get('/api/v1/evidence/:id/thumbnail', async (request, reply) => {
    const { id } = known(params, request.params)
    const file = await inRequest(house, request, context => fileOf(context, id))
    const picture = file.kind === 'photo' ? await house.files.thumbnail(file.tenantId, file.sha256) : null
    if (picture === null) throw new Problem('not-found', { noun: 'evidence' })
    keepPrivate(reply, 'image/jpeg')
    return reply.send(picture)
  })
  app.get('/api/v1/evidence/:id/covered.jpg', async (request, reply) => {
    const { id } = known(params, request.params)
    const { tenantId, sha256 } = await inRequest(house, request, async context => ({
      tenantId: context.actor.tenantId,
      sha256: await coveredFile(context, id),
    }))
    keepPrivate(reply, 'image/jpeg')
    // Covered anew, it is another picture under the same address.
    return reply.header('cache-control', 'private, no-cache').send(await house.files.read(tenantId, sha256))
  })
}

const known = <T>(shape: z.ZodType<T>, given: unknown): T => {
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw new Problem('input-invalid')
  return parsed.data
}

/** A file is its content: it never changes, and is nobody else's to keep. */
const keepPrivate = (reply: FastifyReply, mediaType: string): void => {
  reply
    .type(mediaType)
    .header('cache-control', 'private, max-age=86400, immutable')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
}

const fileOf = async ({ db, actor }: Context, id: string) => {
  const row = await db
    .selectFrom('evidence as e')
    .innerJoin('files as f', join => join.onRef('f.tenant_id', '=', 'e.tenant_id').onRef('f.sha256', '=', 'e.sha256'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.id', '=', id)
    .where('e.withdrawn_at', 'is', null)
    .select(['e.tenant_id', 'e.unit_path', 'e.added_by', 'e.kind', 'e.name', 'f.sha256', 'f.media_type'])
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'evidence' })
  if (!(await seesThroughCase({ db, actor }, id))) allowSeeing(actor, row)
  return { tenantId: row.tenant_id, sha256: row.sha256, mediaType: row.media_type, kind: row.kind, name: row.name }
}
