import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'
import { proofOf } from './proof-file.ts'

/** `/api/v1/draw-proofs/{token}.json`: the proof of a draw, for anybody with the link and without an account. */
export const proofRoute = (app: FastifyInstance, house: House): void => {
  app.get<{ Params: { file: string } }>('/api/v1/draw-proofs/:file', async (request, reply) => {
    const token = /^([\w-]{64})\.json$/.exec(request.params.file)?.[1]
    if (token === undefined) throw new Problem('not-found', { noun: 'round' })
    const proof = await proofOf(house, token)
    return reply
      .type('application/json; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`抽签证明 ${proof.title}.json`)}`,
      )
      .send(JSON.stringify(proof, null, 1))
  })
}
