import type { Carried, Receipt } from '@luoshi/contract/field'
import type { Reply, Wire } from '@luoshi/sync/wire'
import { languageHeader } from '../ui/ask-server.ts'
import { type ProblemError, problemIn } from '../ui/problem.ts'

const path = '/api/v1'
/** A request without an answer for so long had none. */
const patienceMs = 60_000

/** The way from this phone to the server. The contract's own client stays with the desk: a phone carries no schemas. */
export const fieldWire: Wire<Blob> = {
  deliver: delivery => ask<{ now: string; receipts: readonly Receipt[] }>('POST', '/field/deliveries', delivery),
  startPhoto: photo => ask<{ received: number; already: boolean }>('POST', '/uploads', photo),
  putPiece: (id, offset, piece) => ask<{ received: number }>('PUT', `/uploads/${id}?offset=${offset}`, piece),
  finishPhoto: async photo => {
    const reply = await ask('POST', '/evidence', { ...photo, text: null, serves: [] })
    return reply.kind === 'answer' ? { ...reply, value: null } : reply
  },
}

export const askCarried = (): Promise<Reply<Carried>> => ask<Carried>('GET', '/field/carried')

/** The server's answers have the shapes of the contract, which both sides are built from. */
const ask = async <T>(method: 'GET' | 'POST' | 'PUT', address: string, body?: unknown): Promise<Reply<T>> => {
  const isBlob = body instanceof Blob
  const headers = {
    ...languageHeader(),
    ...(body === undefined ? {} : { 'content-type': isBlob ? 'application/octet-stream' : 'application/json' }),
  }
  try {
    const response = await fetch(path + address, {
      method,
      headers,
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: isBlob ? body : JSON.stringify(body) }),
    })
    return response.ok ? { kind: 'answer', value: (await response.json()) as T } : await refusal(response)
  } catch {
    return { kind: 'unreachable' }
  }
}

const refusal = async (response: Response): Promise<Exclude<Reply<never>, { kind: 'answer' }>> => {
  const { status } = response
  if (status === 401) return { kind: 'signed-out' }
  if (status === 413) return { kind: 'too-large' }
  if (status === 408 || status === 429 || status >= 500) return { kind: 'busy', afterMs: waitAsked(response) }
  const problem: ProblemError = await problemIn(response)
  return { kind: 'refused', trouble: { code: problem.code, title: problem.message, detail: problem.detail } }
}

const waitAsked = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? '')
  return seconds > 0 ? seconds * 1000 : null
}
