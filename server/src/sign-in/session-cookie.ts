import { createHmac, timingSafeEqual } from 'node:crypto'

/** better-auth's cookies are named after this; over https the browser is told to send them encrypted only. */
export const cookiePrefix = 'luoshi'

export const sessionCookieName = (secure: boolean): string =>
  `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`

/** The session's token, if the cookie carries one that was signed here. */
export const sessionTokenOf = (cookies: string | null | undefined, secret: string): string | null => {
  const value =
    cookieValue(cookies ?? '', sessionCookieName(true)) ?? cookieValue(cookies ?? '', sessionCookieName(false))
  if (value === null) return null
  const dot = value.lastIndexOf('.')
  const token = value.slice(0, dot)
  return dot > 0 && isSame(value.slice(dot + 1), signatureOf(token, secret)) ? token : null
}

/** As better-auth writes it: the token, a dot, its HMAC-SHA-256 in base64; then percent-encoded. */
export const signedCookieValue = (token: string, secret: string): string =>
  encodeURIComponent(`${token}.${signatureOf(token, secret)}`)

const signatureOf = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(token).digest('base64')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const cookieValue = (cookies: string, name: string): string | null => {
  const found = cookies
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${name}=`))
  if (found === undefined) return null
  try {
    return decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return null // not ours: ours is always well encoded
  }
}
