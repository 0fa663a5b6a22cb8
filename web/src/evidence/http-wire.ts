import type { apiAt } from '../ui/api.ts'
import { askServer } from '../ui/ask-server.ts'
import type { Wire } from './send-file.ts'

/** Uploads over HTTP: pieces are raw bytes, which the contract describes but does not carry. */
export const httpWire = (api: ReturnType<typeof apiAt>, address: () => string): Wire => ({
  start: announced => api.evidence.start(announced),
  put: async (id, offset, piece, signal) => {
    const response = await askServer(`${address()}/api/v1/uploads/${id}?offset=${offset}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: piece,
      ...(signal === undefined ? {} : { signal }),
    })
    const reply: unknown = await response.json()
    if (typeof reply !== 'object' || reply === null || !('received' in reply) || typeof reply.received !== 'number') {
      throw new Error('A piece was answered in another shape')
    }
    return { received: reply.received }
  },
})
