import nodemailer from 'nodemailer'
import type { House } from '../context.ts'
import { asText, type Message } from './message.ts'
import { postWebhook } from './webhook.ts'

export type Destination = {
  readonly kind: 'email' | 'wecom' | 'dingtalk' | 'feishu'
  readonly address: string
  readonly secret: string | null
}

/** Sends a message; throws with a reason short enough to be shown. */
export const send = async (
  { smtpUrl, publicUrl, clock }: Pick<House, 'smtpUrl' | 'publicUrl' | 'clock'>,
  { kind, address, secret }: Destination,
  message: Message,
): Promise<void> => {
  try {
    if (kind !== 'email') await postWebhook({ kind, address, secret }, message, clock.now())
    else if (smtpUrl === null) throw new Error('没有设置发信服务器 SMTP_URL')
    else await mail(smtpUrl, publicUrl, address, message)
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error })
  }
}

const mail = async (smtpUrl: string, publicUrl: string, to: string, message: Message): Promise<void> => {
  const transport = nodemailer.createTransport(smtpUrl)
  try {
    await transport.sendMail({ from: senderOf(smtpUrl, publicUrl), to, subject: message.title, text: asText(message) })
  } finally {
    transport.close()
  }
}

/** The mailbox one signs in to, if it is one; else one named after the house. */
const senderOf = (smtpUrl: string, publicUrl: string): string => {
  const user = decodeURIComponent(new URL(smtpUrl).username)
  const address = user.includes('@') ? user : `luoshi@${new URL(publicUrl).hostname}`
  return `落实 <${address}>`
}

/** Fetch hides what went wrong in the cause. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  return (code ?? error.message).slice(0, 160)
}
