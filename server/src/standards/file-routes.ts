import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context, House } from '../context.ts'
import { spreadsheetType } from '../exports/spreadsheet.ts'
import { inRequest } from '../http/in-request.ts'
import { Problem } from '../problem.ts'
import { criteriaTable } from './criteria-table.ts'
import { getStandard } from './get-standard.ts'
import { recordStandard } from './save-draft.ts'
import { xlsformFile } from './xlsform-file.ts'
import { xlsformSheets } from './xlsform-sheets.ts'

type Asked = { Params: { id: string }; Querystring: { number?: string } }

/** A standard as a spreadsheet and as an XLSForm, at a version; and the spreadsheet to fill in. */
export const standardFileRoutes = (app: FastifyInstance, house: House): void => {
  app.get('/api/v1/standards/template.xlsx', async (request, reply) => {
    await inRequest(house, request, async () => {}) // for people who are signed in
    return attach(reply, '测评标准模板', await criteriaTable({ title: '', pointType: '', content: [] }))
  })
  app.get<Asked>('/api/v1/standards/:id/table.xlsx', async (request, reply) => {
    const standard = await inRequest(house, request, context => taken(context, request, 'table'))
    return attach(reply, nameOf(standard), await criteriaTable(standard))
  })
  app.get<Asked>('/api/v1/standards/:id/xlsform.xlsx', async (request, reply) => {
    const standard = await inRequest(house, request, context => taken(context, request, 'xlsform'))
    const sheets = xlsformSheets({ ...standard, number: standard.shown.number })
    return attach(reply, `${nameOf(standard)} XLSForm`, await xlsformFile(sheets))
  })
}

/** That it left the house is on record. */
const taken = async (
  context: Context,
  { params, query }: { readonly params: Asked['Params']; readonly query: Asked['Querystring'] },
  as: 'table' | 'xlsform',
) => {
  const number = query.number === undefined ? undefined : Number(query.number)
  if (!/^[0-9a-f-]{36}$/.test(params.id) || (number !== undefined && !Number.isInteger(number)))
    throw new Problem('not-found', { noun: 'standard' })
  const standard = await getStandard(context, { id: params.id, number })
  const { id, title } = standard
  await recordStandard(
    context,
    { id, title, unit_path: null },
    { what: 'exported', as, number: standard.shown.number },
    'standard.read',
  )
  return standard
}

const nameOf = ({ title, shown }: { readonly title: string; readonly shown: { readonly number: number } }): string =>
  `${title} 第${shown.number}版`

const attach = (reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply =>
  reply
    .type(spreadsheetType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
    .send(Buffer.from(bytes))
