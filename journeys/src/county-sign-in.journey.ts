import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, phone, picture } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the county’s own sign-in is offered at both doors, and where it does not answer the own one is still there', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', baseURL: inject('address') })
  const page = await context.newPage()
  await page.goto('/field')
  const offered = page.getByRole('button', { name: '用云溪县统一认证登录' })
  await offered.waitFor()
  await picture(page, 'field-county-sign-in')
  const asked = page.waitForRequest(/\/api\/auth\/single-sign-on/)
  await offered.click()
  expect(new URL((await asked).url()).searchParams.get('to')).toBe('/field')
  await page.waitForURL(/\/sign-in\?refused=single-sign-on/)
  await page.getByRole('alert').waitFor()
  await page.getByRole('link', { name: '用云溪县统一认证登录' }).waitFor()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await context.close()
})
