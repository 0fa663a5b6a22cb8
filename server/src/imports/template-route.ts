import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { spreadsheetType } from '../exports/spreadsheet.ts'
import { inRequest } from '../http/in-request.ts'
import { importTemplate } from './template.ts'

export const templateRoute = (app: FastifyInstance, house: House): void => {
  app.get('/api/v1/imports/template.xlsx', async (request, reply) => {
    await inRequest(house, request, async () => {}) // for people who are signed in
    return reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('单位和人员导入模板.xlsx')}`)
      .send(Buffer.from(await importTemplate()))
  })
}
