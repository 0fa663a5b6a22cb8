import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn } from './review-steps.testing.ts'
import { eventually, openBrowser, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The sample county has no 水上救援中队, and no other journey tells it who that is; everything else it knows. */
const text = `云溪县河道保洁工作方案

一、工作任务
（一）县住建局于2027年4月30日前检修排水口。
（二）县城管局于2027年5月15日前清理沿河垃圾。
（三）水上救援中队于2027年6月10日前设置警示牌。
（四）县教育局于2027年6月30日前组织防溺水宣传。
`

test('what is doubtful stands first, says why, is counted in the bar and reached with n', async () => {
  const page = await visit(browser, 'office')
  await handIn(page, { name: '河道保洁.txt', text })
  const counted = page.getByRole('button', { name: /项待看/ })
  await counted.waitFor()
  const before = Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0])
  expect(before).toBeGreaterThan(0)
  expect(await cards(page).first().textContent()).toContain('设置警示牌')
  await picture(page, 'doubtful-first')

  await page.keyboard.press('n')
  await eventually(() => page.locator('section[aria-current=true]').textContent()).toContain('水上救援中队')
  await counted.click()
  await page.locator('section[aria-current=true]').waitFor()
})

const cards = (page: Page) => page.locator('aside section[aria-current]')
