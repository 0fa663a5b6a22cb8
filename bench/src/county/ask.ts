import { Agent, request } from 'node:http'

export type Asked = { readonly status: number; readonly body: string; readonly milliseconds: number }

/** Connections that are kept, as a browser keeps them. */
export const connections = (count: number): Agent => new Agent({ keepAlive: true, maxSockets: count })

/** One request over HTTP and its whole answer. */
export const ask = (
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
  sent?: unknown,
): Promise<Asked> => {
  const body = sent === undefined ? null : JSON.stringify(sent)
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {
        agent,
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
            milliseconds: performance.now() - start,
          }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

/** The same, and anything but a success ends the benchmark: figures of refusals would look splendid. */
export const askWell = async (...asked: Parameters<typeof ask>): Promise<Asked> => {
  const answer = await ask(...asked)
  if (answer.status !== 200) throw new Error(`${asked[1]} answered ${answer.status}: ${answer.body.slice(0, 300)}`)
  return answer
}
