import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { calendarFeed } from './feed.ts'

export const feedRoute = (app: FastifyInstance, house: House): void => {
  app.get<{ Params: { token: string } }>('/calendar/:token.ics', async (request, reply) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=900')
      .send(await calendarFeed(house, request.params.token)),
  )
}
