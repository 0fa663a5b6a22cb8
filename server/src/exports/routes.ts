import { localDate } from '@luoshi/rules/local-time'
import { JsonSchemaCoercer } from '@orpc/json-schema'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import { allowSomewhere } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { House } from '../context.ts'
import { inRequest } from '../http/in-request.ts'
import { Problem } from '../problem.ts'
import { type ExportedList, exportedLists } from './lists.ts'
import { pagesOf } from './pages.ts'
import { spreadsheet, spreadsheetType } from './spreadsheet.ts'

/** `/api/v1/exports/{list}.xlsx`: a whole list within reach, with the filters of the list. That it left the house is on record. */
export const exportRoutes = (app: FastifyInstance, house: House): void => {
  app.get<{ Params: { file: string } }>('/api/v1/exports/:file', async (request, reply) => {
    const list = exportedLists[/^(\w+)\.xlsx$/.exec(request.params.file)?.[1] ?? '']
    if (list === undefined) throw new Problem('not-found', { noun: 'page' })
    const filter = filterOf(list, request.query)
    const actor = await inRequest(house, request, async context => {
      allowSomewhere(context.actor, list.action)
      // Which filters were set, not what was looked for: that may be a name.
      const content = { what: 'exported', filters: Object.keys(request.query as object) }
      await record(context, list.action, { kind: 'list', id: null, name: list.words }, content)
      return context.actor
    })
    const read = list.page as (...given: unknown[]) => ReturnType<ExportedList['page']> // the filter was parsed by its own schema
    const pages = pagesOf<string>(house, actor, request.id, (context, after) => read(context, filter, after))
    const name = `${list.words} ${localDate(house.clock.now())}.xlsx`
    return reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(spreadsheet({ name: list.words, columns: list.columns, pages }))
  })
}

const converter = new ZodToJsonSchemaConverter()
const coercer = new JsonSchemaCoercer()

/** The query as the list's own operation would read it. */
const filterOf = ({ filter }: ExportedList, query: unknown): unknown => {
  const [, schema] = converter.convert(filter, { strategy: 'input' })
  const parsed = filter.safeParse(coercer.coerce(schema, query))
  if (!parsed.success) throw new Problem('input-invalid')
  return parsed.data
}
