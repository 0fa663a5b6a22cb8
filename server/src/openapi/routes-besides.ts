import type { OpenAPI } from '@orpc/openapi'

const id: OpenAPI.ParameterObject = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

const file = (description: string, type = 'application/octet-stream') => ({
  '200': { description, content: { [type]: { schema: { type: 'string' as const, format: 'binary' } } } },
})

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Routes that carry bytes and are therefore no operations of the contract. */
export const routesBesides: OpenAPI.PathsObject = {
  '/uploads/{id}': {
    put: {
      operationId: 'uploads.put',
      tags: ['evidence'],
      summary: 'Send a piece of a file that was announced, at its offset; a piece sent twice does no harm',
      parameters: [id, { name: 'offset', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } }],
      requestBody: { content: { 'application/octet-stream': { schema: { type: 'string' } } } },
      responses: {
        '200': {
          description: 'How many bytes have arrived',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['received'], properties: { received: { type: 'integer' } } },
            },
          },
        },
      },
    },
  },
  '/evidence/{id}/file': {
    get: {
      operationId: 'evidence.file',
      tags: ['evidence'],
      summary: 'The file itself',
      parameters: [id],
      responses: file('The file'),
    },
  },
  '/evidence/{id}/thumbnail': {
    get: {
      operationId: 'evidence.thumbnail',
      tags: ['evidence'],
      summary: 'A small picture of a photo',
      parameters: [id],
      responses: file('A JPEG of at most 320 pixels a side', 'image/jpeg'),
    },
  },
  '/evidence/{id}/covered.jpg': {
    get: {
      operationId: 'evidence.coveredPicture',
      tags: ['evidence'],
      summary: 'The copy of a photo whose faces and plates are covered',
      parameters: [id],
      responses: file('A JPEG', 'image/jpeg'),
    },
  },
  '/imports/template.xlsx': {
    get: {
      operationId: 'imports.template',
      tags: ['imports'],
      summary: 'The spreadsheet to fill in for an import of units and people',
      responses: file('A spreadsheet', spreadsheet),
    },
  },
  '/exports/{list}.xlsx': {
    get: {
      operationId: 'exports.get',
      tags: ['exports'],
      summary: 'A whole list within reach as a spreadsheet, with the filters of the list as query',
      parameters: [
        {
          name: 'list',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: ['units', 'people', 'audit', 'assignments', 'occurrences'] },
        },
      ],
      responses: file('A spreadsheet', spreadsheet),
    },
  },
}
