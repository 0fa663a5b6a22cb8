import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearObstacles, confirmed, handIn, settleTabs } from './review-steps.testing.ts'
import { eventually, openBrowser, picture, visit } from './visitor.testing.ts'

const plan = join(import.meta.dirname, 'plans/safe-stairwells.txt')
/** The plan masks its year; the office means the next one. */
const year = new Date().getFullYear() + 1

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a noisy plan is handed in, read, corrected and put to work by the county office', async () => {
  const page = await visit(browser, 'office')
  await handIn(page, { name: '平安楼道.txt', text: await readFile(plan, 'utf8') })
  await picture(page, 'review')
  expect(await page.locator('article').textContent()).toContain('百日整治工作方案')

  await leadsBackToTheFile(page)
  await fillYear(page)
  await correctTheSum(page)
  await confirmByKeyboard(page)
  await settleTabs(page)
  await clearObstacles(page)

  const dialog = page.getByRole('dialog')
  expect(await dialog.textContent()).toMatch(/\d+ 个单位将收到 \d+ 项任务/)
  await picture(page, 'publish')
  await dialog.getByRole('button', { name: '发布，交办下去' }).click()
  await page.waitForURL(/\/programmes\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: /平安楼道/ }).waitFor()
  await picture(page, 'programme')

  await page
    .getByRole('link', { name: '任务' })
    .or(page.getByRole('tab', { name: '任务' }))
    .first()
    .click()
  await page.getByText('清理楼道堆物').first().waitFor()
  expect(await page.getByText('滨河社区').count()).toBeGreaterThan(0)
})

/** The item that is chosen says in which line of the file its sentence stands. */
const leadsBackToTheFile = async (page: Page): Promise<void> => {
  const lines = (await readFile(plan, 'utf8')).split('\n')
  const line = lines.findIndex(words => words.includes('清理楼道堆物')) + 1
  await page.getByRole('heading', { name: '清理楼道堆物' }).click()
  await page.getByText(`第${line}行`, { exact: true }).waitFor()
  await picture(page, 'review-source')
}

const fillYear = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '补年份' }).click()
  await page.locator('.ant-popover input').fill(String(year))
  await page.getByRole('button', { name: `全文按 ${year} 年` }).click()
  await page.getByText(`全文日期已按 ${year} 年补齐`).waitFor()
}

/** The plan adds 12, 20 and 3 up to 36. Which of them is wrong nobody can tell from here: the office has asked, and says so. */
const correctTheSum = async (page: Page): Promise<void> => {
  await page.getByText('1 处须改正后才能发布').first().waitFor()
  await page.getByRole('button', { name: /^总数写的是36万元/ }).click()
  await page.getByRole('button', { name: '这里没错…' }).click()
  await page.keyboard.type('已与起草单位核对，另有 1 万元不可预见费')
  await page.getByRole('button', { name: '不再提示' }).click()
  await page.getByText('没有须改正的地方').first().waitFor()
}

/** One phase is confirmed, taken back and confirmed again without a mouse. */
const confirmByKeyboard = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: /^阶段/ }).click()
  const before = await confirmed(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await eventually(() => confirmed(page)).toBe(before + 1)
  await page.keyboard.press('u')
  await eventually(() => confirmed(page)).toBe(before)
  await page.keyboard.press('Enter')
  await eventually(() => confirmed(page)).toBe(before + 1)
}
