import { createHmac } from 'node:crypto'
import { asMarkdown, cutToBytes, type Message } from './message.ts'

export type Webhook = {
  readonly kind: 'wecom' | 'dingtalk' | 'feishu'
  readonly address: string
  readonly secret: string | null
}

/** Where a message is posted and as what; each messenger has a format and a way of signing of its own. */
export const webhookRequest = (
  { kind, address, secret }: Webhook,
  message: Message,
  now: Date,
): { readonly url: string; readonly body: object } => {
  const text = asMarkdown(message)
  switch (kind) {
    case 'wecom':
      return { url: address, body: { msgtype: 'markdown', markdown: { content: cutToBytes(text, 4096) } } }
    case 'dingtalk':
      return {
        url: secret === null ? address : signedDingTalk(address, secret, now),
        body: { msgtype: 'markdown', markdown: { title: message.title, text: cutToBytes(text, 20_000) } },
      }
    case 'feishu':
      return { url: address, body: { ...(secret !== null && signedFeishu(secret, now)), ...feishuCard(message, text) } }
  }
}

/** DingTalk signs the milliseconds and the secret with the secret. */
const signedDingTalk = (address: string, secret: string, now: Date): string => {
  const timestamp = String(now.getTime())
  const url = new URL(address)
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
  return url.href
}

/** Feishu signs nothing with a key made of the seconds and the secret. */
const signedFeishu = (secret: string, now: Date): { timestamp: string; sign: string } => {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') }
}

const feishuCard = ({ title }: Message, text: string): object => ({
  msg_type: 'interactive',
  card: {
    header: { title: { tag: 'plain_text', content: title } },
    elements: [{ tag: 'markdown', content: cutToBytes(text.replace(/^### .*\n\n/, ''), 28_000) }],
  },
})

const TIMEOUT = 10_000

/** Posts and looks at the answer: the messengers answer 200 and say in the body what was wrong. */
export const postWebhook = async (webhook: Webhook, message: Message, now: Date): Promise<void> => {
  const { url, body } = webhookRequest(webhook, message, now)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  const answer: unknown = await response.json().catch(() => null)
  const { errcode, code, errmsg, msg } = (answer ?? {}) as Record<string, unknown> // a messenger's answer, looked at below
  const status = errcode ?? code ?? 0
  if (status !== 0) throw new Error(`${String(status)} ${String(errmsg ?? msg ?? '')}`.trim().slice(0, 120))
}
