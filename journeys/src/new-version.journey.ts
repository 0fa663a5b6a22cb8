import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Releases, releasesOf } from './releases.testing.ts'
import { eventually, openBrowser, passwordOf, phone, picture } from './visitor.testing.ts'

let browser: Browser
let releases: Releases
beforeAll(async () => {
  browser = await openBrowser()
  releases = await releasesOf(inject('address'))
})
afterAll(async () => {
  await browser.close()
  await releases.close()
})

test('a new release waits while something is being recorded, is opened when told or on the next start, and loses no word', async () => {
  releases.put(1)
  const context = await contextAt(releases.address)
  const page = await context.newPage()
  await page.goto('/field')
  await signInHere(page)
  await page.getByText('内容更新于').waitFor()
  await lastKept(page, 'field')
  await page.getByRole('button', { name: /^随手拍/ }).click()
  await page.getByLabel('看到什么').fill('路灯不亮，共三盏')

  releases.put(2)
  await newReleaseLiesReady(page, 'field')
  expect(await releaseOf(page)).toBe(1)
  expect(await page.getByText('有新版本').isVisible()).toBe(false)
  await page.getByLabel('在哪里').fill('滨河路口')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByText('有新版本').waitFor()
  await picture(page, 'field-new-version')
  await page.getByRole('button', { name: '换成新版' }).click()
  await eventually(() => releaseOf(page)).toBe(2)
  await eventually(() => storesOf(page, 'field')).toBe(1)
  await page.getByRole('button', { name: /^随手拍/ }).click()
  expect(await page.getByLabel('看到什么').inputValue()).toBe('路灯不亮，共三盏')
  expect(await page.getByLabel('在哪里').inputValue()).toBe('滨河路口')

  // Left as it lies and never told: the next start takes it on, without asking and without a signal.
  releases.put(3)
  await newReleaseLiesReady(page, 'field')
  expect(await releaseOf(page)).toBe(2)
  await page.close()
  await context.setOffline(true)
  const next = await context.newPage()
  await next.goto('/field#/report')
  await eventually(() => releaseOf(next)).toBe(3)
  expect(await next.getByLabel('看到什么').inputValue()).toBe('路灯不亮，共三盏')
  await eventually(() => storesOf(next, 'field')).toBe(1)
  await context.close()
})

test('the phone opens with what it keeps, and does not wait for a page of the server', async () => {
  releases.put(1)
  const context = await contextAt(releases.address)
  const page = await context.newPage()
  await page.goto('/field')
  await signInHere(page)
  await lastKept(page, 'field')
  const before = releases.asked()
  await page.reload()
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
  expect(releases.asked()).toBe(before)
  await context.close()
})

test('the writing page says that a new release lies ready, and what was written is there in it', async () => {
  releases.put(1)
  const context = await contextAt(releases.address)
  const page = await context.newPage()
  await page.goto('/field')
  await signInHere(page)
  await page.goto('/write')
  await paper(page).fill('云溪县路灯修缮工作方案')
  await lastKept(page, 'write')
  releases.put(2)
  await newReleaseLiesReady(page, 'write')
  await page.getByText('有新版本').waitFor()
  expect(await releaseOf(page)).toBe(1)
  await paper(page).press('Control+End')
  await page.keyboard.type('（2027年）')
  await page.getByRole('button', { name: '换成新版' }).click()
  await eventually(() => releaseOf(page)).toBe(2)
  await eventually(() => paper(page).textContent()).toContain('云溪县路灯修缮工作方案（2027年）')
  await eventually(() => storesOf(page, 'write')).toBe(1)
  await context.setOffline(true)
  await page.reload()
  await eventually(() => releaseOf(page)).toBe(2)
  await eventually(() => paper(page).textContent()).toContain('（2027年）')
  await context.close()
})

const paper = (page: Page) => page.getByRole('textbox', { name: '方案正文' })

const contextAt = (baseURL: string): Promise<BrowserContext> =>
  browser.newContext({ viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL })

const signInHere = async (page: Page): Promise<void> => {
  await page.getByLabel('账号').fill('office')
  await page.getByLabel('密码').fill(await passwordOf('office'))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
}

const releaseOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset.release ?? 1))

const registrationOf = `name => navigator.serviceWorker.getRegistration('/' + name)`

const lastKept = (page: Page, door: string) =>
  eventually(() => page.evaluate(`(${registrationOf})('${door}').then(kept => kept?.active?.state)`)).toBe('activated')

/** The browser asks by itself when a page is opened, and every hour; here it is asked to ask. */
const newReleaseLiesReady = async (page: Page, door: string): Promise<void> => {
  await page.evaluate(`(${registrationOf})('${door}').then(kept => kept.update()).then(() => null)`)
  await eventually(() => page.evaluate(`(${registrationOf})('${door}').then(kept => kept?.waiting?.state)`)).toBe(
    'installed',
  )
}

const storesOf = (page: Page, door: string): Promise<number> =>
  page.evaluate(async name => (await caches.keys()).filter(store => store.startsWith(`luoshi/${name}-`)).length, door)
