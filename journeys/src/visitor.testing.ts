import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => {
  const executablePath = candidates.find(path => path && existsSync(path))
  return chromium.launch({ headless: true, args, ...(executablePath && { executablePath }) })
}

export const laptop = { width: 1366, height: 768 } as const
export const phone = { width: 360, height: 740 } as const

type Screen = { readonly width: number; readonly height: number }

/** Somebody of the sample county in a browser of her own, signed in, at a laptop or a phone. */
export const visit = async (browser: Browser, account: string, viewport: Screen = laptop): Promise<Page> =>
  signIn(browser, account, await passwordOf(account), viewport)

export const signIn = async (browser: Browser, account: string, password: string, viewport: Screen): Promise<Page> => {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: inject('address'),
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  return page
}

type SampleSignIn = {
  readonly account: string
  readonly password: string
  readonly name: string
  readonly what: string
}

export const sampleSignIns = async (): Promise<readonly SampleSignIn[]> => {
  const reply = await fetch(`${inject('address')}/api/v1/setup`)
  const { sample } = (await reply.json()) as { sample: readonly SampleSignIn[] }
  return sample
}

export const passwordOf = async (account: string): Promise<string> => {
  const found = (await sampleSignIns()).find(one => one.account === account)
  if (!found) throw new Error(`The sample county prints no sign-in ${account}.`)
  return found.password
}

/** Keeps a picture where LUOSHI_PICTURES names a folder; otherwise does nothing. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.LUOSHI_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const PATIENCE = 20_000

/** What becomes true in a while: a screen answers when it can, not at once. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE })
