import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { readonly url: string; readonly body: Record<string, unknown> }

/** A messenger's door: takes what is posted and answers as it is told to. */
export const webhookReceiver = async () => {
  const received: Received[] = []
  let answer: { status: number; body: object } = { status: 200, body: { errcode: 0, errmsg: 'ok' } }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => {
      text += chunk
    })
    request.on('end', () => {
      received.push({ url: request.url ?? '', body: JSON.parse(text) })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    received,
    answer: (status: number, body: object) => {
      answer = { status, body }
    },
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

export type Mail = { readonly to: readonly string[]; readonly text: string }

/** A mail server that keeps what it is given. */
export const mailReceiver = async () => {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, text: decoded(Buffer.concat(chunks).toString('latin1')) })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo // it listens on TCP
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise<void>(resolve => server.close(resolve)) }
}

/** The readable text of a simple mail: encoded words of the head, and the body as it was encoded. */
const decoded = (raw: string): string => {
  const gap = raw.indexOf('\r\n\r\n')
  const [head, body] = [raw.slice(0, gap), raw.slice(gap + 4)]
  const subject = head
    .replace(/\?=\r?\n\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, code: string) => Buffer.from(code, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, code: string) => quoted(code.replaceAll('_', ' ')))
  const text = /transfer-encoding: base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : quoted(body)
  return `${subject}\n\n${text}`
}

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')
