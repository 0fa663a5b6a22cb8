import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const opening = `云溪县路灯修缮工作方案

一、工作目标
主次干道亮灯率达到98%以上。

二、工作任务
（一）县住建局于2027年4月30日前完成路灯普查。
（二）各社区于2027年5月31日前上报背街小巷缺灯点位。

三、经费安排
`
const wrongDay = '2027年4月31日前拨付首批经费12万元。'

test('a plan is begun at the desk, gone on with where there is no connection, and handed in when there is one', async () => {
  const page = await visit(browser, 'office')
  await page.goto('/write')
  await paper(page).fill(opening)
  await page
    .getByRole('button', { name: /县住建局于2027年|工作任务/ })
    .first()
    .waitFor()
  await keptOnThisDevice(page)
  await picture(page, 'writing')

  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('没有连接，照写不误').first().waitFor()
  expect(await paper(page).textContent()).toContain('路灯普查')
  await paper(page).press('Control+End')
  await page.keyboard.type(wrongDay)
  await page.locator('.cm-lintRange').first().waitFor()
  await page.getByRole('complementary').getByText('当月最后一天是30日').first().waitFor()
  await page.getByRole('button', { name: '改为「2027年4月30日」' }).click()
  await eventually(() => paper(page).textContent()).toContain('4月30日前拨付')
  await paper(page).press('Control+z')
  await eventually(() => paper(page).textContent()).toContain('4月31日前拨付')
  await page.getByRole('button', { name: '改为「2027年4月30日」' }).waitFor()
  await paper(page).press('Control+.')
  await eventually(() => paper(page).textContent()).toContain('4月30日前拨付')
  await paper(page).press('Control+z')
  await eventually(() => paper(page).textContent()).toContain('4月31日前拨付')
  expect(await page.getByRole('button', { name: '交去核对' }).isDisabled()).toBe(true)
  await picture(page, 'writing-away')
  await page.setViewportSize(phone)
  await picture(page, 'writing-phone')
  await page.reload()
  await eventually(() => paper(page).textContent()).toContain('4月31日前拨付')

  await page.context().setOffline(false)
  await page.getByRole('button', { name: '交去核对' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
  await page.getByText('路灯修缮工作方案').first().waitFor()
})

test('a plan is begun from a ready one of the catalogue, and is handed in as one’s own', async () => {
  const page = await visit(browser, 'office')
  await page.goto('/write')
  const offered = page.getByRole('complementary').getByRole('listitem').getByRole('button')
  await eventually(() => offered.count()).toBe(21)
  await picture(page, 'writing-begin')
  await offered.filter({ hasText: '网格化治理' }).click()
  await eventually(() => paper(page).textContent()).toContain('网格化治理')

  await page.getByRole('button', { name: '从样板开始…' }).click()
  await page.getByRole('textbox', { name: '找样板' }).fill('环境卫生集中整治')
  await picture(page, 'writing-ready-plans')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /环境卫生集中整治/ })
    .click()
  await eventually(() => paper(page).textContent()).toContain('环境卫生集中整治')
  await paper(page).press('Control+z')
  await eventually(() => paper(page).textContent()).toContain('网格化治理')
  await paper(page).press('Control+y')
  await eventually(() => paper(page).textContent()).toContain('环境卫生集中整治')
  await page.getByRole('complementary').getByText(/任务/).first().waitFor()
  await picture(page, 'writing-ready')
  await page.getByRole('button', { name: '交去核对' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
  await page
    .getByText(/已确认 \d+ \/ \d+/)
    .first()
    .waitFor()
})

test('where nobody has signed in there is no writing page without a connection either', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: (await visit(browser, 'office')).url() })
  const page = await context.newPage()
  await page.goto('/write')
  await page.waitForURL(/sign-in/)
  await context.close()
})

const paper = (page: Page) => page.getByRole('textbox', { name: '方案正文' })

/** The page opens without a connection once its files are on the device; that takes a moment after it was first opened. */
const keptOnThisDevice = (page: Page) =>
  eventually(() =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/write'))?.active?.state ?? null),
  ).toBe('activated')
