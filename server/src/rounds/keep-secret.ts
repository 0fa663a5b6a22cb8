import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Context } from '../context.ts'

const keyOf = (houseSecret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', houseSecret, '', 'luoshi.draw/1 kept secret', 32))

/**
 * The secret of a draw as it is kept until it is revealed: encrypted under the house's secret, which lies beside the data and not
 * in it, and bound to its round. Whoever reads the database alone reads nothing.
 */
export const keepSecret = (
  { secret: house, random }: Pick<Context, 'secret' | 'random'>,
  roundId: string,
  secret: string,
) => {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(house), nonce).setAAD(Buffer.from(roundId))
  const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return sealed.toString('base64url')
}

/** Throws where it was not kept by this house for this round. */
export const openSecret = ({ secret: house }: Pick<Context, 'secret'>, roundId: string, kept: string): string => {
  const sealed = Buffer.from(kept, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(house), sealed.subarray(0, 12))
    .setAAD(Buffer.from(roundId))
    .setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}
