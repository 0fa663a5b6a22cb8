import { contract } from '@luoshi/contract/contract'
import { problems } from '@luoshi/contract/problem'
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { routesBesides } from './routes-besides.ts'

/** OpenAPI 3.1 of everything under `/api/v1`: the operations of the contract, and the routes that carry files. */
export const openApiDocument = async (publicUrl: string): Promise<OpenAPI.Document> => {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Luoshi 落实',
      version: '1',
      description:
        'Reads work plans and runs them. Sign in on the desk, or send an API key as `Authorization: Bearer lk_…`. ' +
        'Refusals are RFC 9457 problem documents; their words follow `Accept-Language` (zh, en).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, `lk_…`, acting within its scopes.' },
        session: { type: 'apiKey', in: 'cookie', name: 'luoshi.session_token', description: 'Somebody signed in.' },
      },
      schemas: { Problem: problemSchema },
      responses: { Refusal: refusal },
    },
  })
  return { ...document, paths: withProblems({ ...document.paths, ...routesBesides }) }
}

const problemSchema: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'RFC 9457. `params` fill the words; `at` names fields or cells.',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'instance'],
  properties: {
    type: { type: 'string', examples: ['urn:luoshi:problem:not-found'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: [...Object.keys(problems), 'internal'] },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    instance: { type: 'string' },
    at: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const refusal: OpenAPI.ResponseObject = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const withProblems = (paths: OpenAPI.PathsObject): OpenAPI.PathsObject =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, item === undefined ? item : refusable(item)]))

/** Every operation may refuse. */
const refusable = (item: OpenAPI.PathItemObject): OpenAPI.PathItemObject => {
  const changed = { ...item }
  for (const method of methods) {
    const operation = item[method]
    if (operation !== undefined)
      changed[method] = {
        ...operation,
        responses: { ...operation.responses, default: { $ref: '#/components/responses/Refusal' } },
      }
  }
  return changed
}
