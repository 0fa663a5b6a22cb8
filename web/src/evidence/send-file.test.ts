/// <reference types="node" />
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiAt } from '../ui/api.ts'
import { codeOf } from '../ui/problem.ts'
import { httpWire } from './http-wire.ts'
import { pieceBytes, sendFile } from './send-file.ts'
import { sha256Of } from './sha256-of.ts'

type Trouble = 'none' | 'hang-up-before' | 'hang-up-after' | 'restart' | 'forget' | 'refuse'

/** A server that keeps one upload, and makes trouble for the pieces it is told to. */
const house = () => {
  const state = { kept: Buffer.alloc(0), starts: 0, pieces: 0, already: false, trouble: [] as Trouble[] }
  const reply = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' })
    response.end(JSON.stringify(body))
  }
  const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request)
    if (request.method === 'POST') {
      state.starts += 1
      return reply(response, 200, {
        id: JSON.parse(body.toString()).id,
        received: state.kept.length,
        already: state.already,
      })
    }
    state.pieces += 1
    const trouble = state.trouble.shift() ?? 'none'
    if (trouble === 'hang-up-before') return void request.socket.destroy()
    if (trouble === 'restart') return reply(response, 503, {})
    if (trouble === 'forget') state.kept = Buffer.alloc(0)
    if (trouble === 'refuse') {
      return reply(response, 413, { code: 'too-large', title: '太大', detail: '拆小', status: 413, params: {} })
    }
    const offset = Number(new URL(request.url ?? '', 'http://x').searchParams.get('offset'))
    if (offset > state.kept.length) {
      return reply(response, 409, {
        code: 'upload-out-of-step',
        title: '错位',
        detail: '重来',
        status: 409,
        params: {},
      })
    }
    state.kept = Buffer.concat([state.kept.subarray(0, offset), body])
    if (trouble === 'hang-up-after') return void request.socket.destroy()
    reply(response, 200, { received: state.kept.length })
  }
  return { state, server: createServer((request, response) => void answer(request, response)) }
}

let place: { readonly state: ReturnType<typeof house>['state']; readonly server: Server }
let address = ''

beforeEach(async () => {
  place = house()
  await new Promise<void>(resolve => place.server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(place.server.address() as AddressInfo).port}`
})
afterEach(() => {
  place.server.closeAllConnections()
  place.server.close()
})

const content = randomBytes(pieceBytes * 3 + 1234)

const send = async (trouble: readonly Trouble[] = [], signal?: AbortSignal) => {
  place.state.trouble = [...trouble]
  const progress: number[] = []
  const pauses: number[] = []
  const file = new Blob([content])
  await sendFile({
    wire: httpWire(
      apiAt(() => address),
      () => address,
    ),
    file,
    announced: {
      id: '01890000-0000-7000-8000-000000000001',
      name: '楼道.jpg',
      bytes: file.size,
      mediaType: 'image/jpeg',
      sha256: await sha256Of(file),
    },
    onProgress: sent => progress.push(sent),
    pause: async failures => void pauses.push(failures),
    ...(signal === undefined ? {} : { signal }),
  })
  return { progress, pauses }
}

test('the digest is that of the bytes', async () => {
  expect(await sha256Of(new Blob([content]))).toBe(createHash('sha256').update(content).digest('hex'))
})

test('a file arrives whole, in pieces', async () => {
  const { progress } = await send()
  expect(place.state.kept.equals(content)).toBe(true)
  expect(place.state.pieces).toBe(4)
  expect(progress).toEqual([0, pieceBytes, pieceBytes * 2, pieceBytes * 3, content.length])
})

test.each<Trouble>(['hang-up-before', 'hang-up-after', 'restart'])(
  'after %s it goes on where the server stands',
  async trouble => {
    const { pauses } = await send(['none', trouble, 'none', trouble])
    expect(place.state.kept.equals(content)).toBe(true)
    expect(place.state.starts).toBe(3)
    expect(pauses).toEqual([1, 1])
  },
)

test('what the server has already is not sent again', async () => {
  place.state.already = true
  await send()
  expect(place.state.pieces).toBe(0)
})

test('what was sent before a reload is not sent again', async () => {
  place.state.kept = Buffer.from(content.subarray(0, pieceBytes * 2))
  await send()
  expect(place.state.pieces).toBe(2)
  expect(place.state.kept.equals(content)).toBe(true)
})

test('a server that lost its beginning is given it again', async () => {
  const { progress } = await send(['none', 'none', 'forget'])
  expect(progress.filter(sent => sent === 0)).toHaveLength(2)
  expect(place.state.kept.equals(content)).toBe(true)
})

test('what is refused for good is not tried again', async () => {
  const thrown = await send(['refuse']).catch((problem: unknown) => problem)
  expect(codeOf(thrown)).toBe('too-large')
  expect(place.state.pieces).toBe(1)
})

test('silence is borne eight times, not for ever', async () => {
  const thrown = await send(Array.from({ length: 20 }, () => 'hang-up-before' as const)).catch(
    (problem: unknown) => problem,
  )
  expect(codeOf(thrown)).toBe('unreachable')
  expect(place.state.pieces).toBe(8)
})

test('a file that is taken away is sent no further', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(send([], stop.signal)).rejects.toThrow()
  expect(place.state.pieces).toBe(0)
})
