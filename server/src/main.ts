import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { usualLimits } from './http/rate-limits.ts'
import { jsonLog, plainLog } from './log.ts'
import { printWelcome } from './print-welcome.ts'
import { type Running, type Settings, serve } from './serve.ts'

/** The only place that reads the environment, the clock and chance. */
const clock = { now: () => new Date() }
const say = (sentence: string): void => console.log(sentence)

const setting = (name: string): string | null => {
  const value = process.env[name]?.trim()
  return value === undefined || value === '' ? null : value
}

const flag = (name: string, otherwise: boolean): boolean => {
  const value = setting(name)?.toLowerCase()
  return value === undefined ? otherwise : !['0', 'false', 'no', 'off'].includes(value)
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is “${text}”, which is no port. Give a number between 1 and 65535.`)
}

/** Pictures of the ground, such as `https://tiles.example.org/{z}/{x}/{y}.png`; without them maps are drawn on paper. */
const tilesOf = (url: string | null, attribution: string | null): Settings['tiles'] => {
  if (url === null) return null
  if (URL.canParse(url.replace(/[{}]/g, '')) && ['{z}', '{x}', '{y}'].every(part => url.includes(part)))
    return { url, attribution: attribution ?? '' }
  throw new Error(`TILES_URL is “${url}”. Give an address with {z}, {x} and {y} in it, or none.`)
}

/** The county's own sign-in, an OpenID Connect issuer; all of it or none. */
const singleSignOnOf = (issuer: string | null): Settings['singleSignOn'] => {
  if (issuer === null) return null
  const [clientId, clientSecret] = [setting('OIDC_CLIENT_ID'), setting('OIDC_CLIENT_SECRET')]
  if (!URL.canParse(issuer)) throw new Error(`OIDC_ISSUER is “${issuer}”. Give the address of the issuer, or none.`)
  if (clientId === null || clientSecret === null)
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it.')
  const claim = setting('OIDC_CLAIM') ?? 'preferred_username'
  return { issuer, clientId, clientSecret, claim, name: setting('OIDC_NAME') ?? '统一身份认证' }
}

const webDir = resolve(import.meta.dirname, '../../web/dist')

const readSettings = (): Settings => ({
  port: portOf(setting('PORT') ?? '3000'),
  host: setting('HOST') ?? 'localhost',
  databaseUrl: setting('DATABASE_URL'),
  dataDir: setting('DATA_DIR') ?? './data',
  secret: setting('LUOSHI_SECRET'),
  publicUrl: setting('PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
  smtpUrl: setting('SMTP_URL'),
  tiles: tilesOf(setting('TILES_URL'), setting('TILES_ATTRIBUTION')),
  singleSignOn: singleSignOnOf(setting('OIDC_ISSUER')),
  // A house with a database of its own to point at is meant for real work; one started just so is meant to be looked at.
  sample: flag('LUOSHI_SAMPLE', setting('DATABASE_URL') === null),
  webDir: existsSync(webDir) ? webDir : null,
  limits: flag('LUOSHI_LIMITS', true) ? usualLimits : null,
  clock,
  random: randomBytes,
  log: process.stdout.isTTY ? plainLog(console.error) : jsonLog(console.log, clock.now),
  say,
})

const main = async (): Promise<void> => {
  let running: Running | null = null
  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    if (running === null) return
    say('Stopping…')
    await running.stop()
    say('Stopped.')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (!stopping) void stop()
    })
  running = await serve(readSettings())
  if (stopping) await stop()
  await printWelcome(running, say)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof Error && error.cause !== undefined) console.error(error.cause)
  process.exit(1)
})
