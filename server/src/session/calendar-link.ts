import { createHmac } from 'node:crypto'
import { record } from '../audit/record.ts'
import type { Context, House } from '../context.ts'
import { keyHash } from '../http/signed.ts'

/** The secret of a link is made of what the table keeps and the house's secret: shown again at will, of no use to a thief of the table. */
export const calendarToken = (secret: string, nonce: string): string =>
  createHmac('sha256', secret).update(`calendar:${nonce}`).digest('base64url')

export const calendarUrl = ({ publicUrl, secret }: Pick<House, 'publicUrl' | 'secret'>, nonce: string): string =>
  `${publicUrl}/calendar/${calendarToken(secret, nonce)}.ics`

/** A new secret address for one's due dates. The old one stops working. */
export const newCalendarLink = async (context: Context): Promise<string> => {
  const { db, actor, secret, random } = context
  const nonce = Buffer.from(random(18)).toString('base64url')
  await db
    .updateTable('people')
    .set({ calendar_nonce: nonce, calendar_token_hash: keyHash(calendarToken(secret, nonce)) })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', actor.personId)
    .execute()
  await record(context, 'session.calendar-link', { kind: 'person', id: actor.personId })
  return calendarUrl(context, nonce)
}
