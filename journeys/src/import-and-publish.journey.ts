import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  await handIn(page)
  await page
    .getByText(/已确认 0 \/ \d+/)
    .first()
    .waitFor()
  await picture(page, 'review')
  expect(await page.locator('article').innerText()).toContain('百日整治工作方案')

  await fillYear(page)
  await correctTheSum(page)
  await confirmByKeyboard(page)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await settleTab(page)
  }
  await clearObstacles(page)

  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toMatch(/\d+ 个单位将收到 \d+ 项任务/)
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

const handIn = async (page: Page): Promise<void> => {
  await page.goto('/plans/new')
  await page.locator('input[type=file]').first().setInputFiles(plan)
  await page.getByRole('button', { name: '开始读' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
}

const fillYear = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '补年份' }).click()
  await page.locator('.ant-popover input').fill(String(year))
  await page.getByRole('button', { name: `全文按 ${year} 年` }).click()
  await page.getByText(`全文日期已按 ${year} 年补齐`).waitFor()
}

/** The plan adds 12, 20 and 3 up to 36; there is one right answer. */
const correctTheSum = async (page: Page): Promise<void> => {
  await page.getByText('1 处须改正后才能发布').first().waitFor()
  await page.getByRole('button', { name: /^改为.*35/ }).click()
  await page.getByText('没有须改正的地方').first().waitFor()
}

const confirmed = async (page: Page): Promise<number> =>
  Number(
    /已确认 (\d+) \//.exec(
      await page
        .getByText(/已确认 \d+ \/ \d+/)
        .first()
        .innerText(),
    )?.[1],
  )

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

const settleTab = async (page: Page): Promise<void> => {
  const rest = page.getByRole('button', { name: /没有疑问，一并确认/ })
  await page.waitForTimeout(300)
  if ((await rest.count()) === 0) return
  const before = await confirmed(page)
  await rest.click()
  await eventually(() => confirmed(page)).toBeGreaterThan(before)
}

const MOST_OBSTACLES = 30

/** Goes where the dialog leads until nothing stands in the way any more. */
const clearObstacles = async (page: Page): Promise<void> => {
  for (let round = 0; round < MOST_OBSTACLES; round += 1) {
    await page.getByRole('button', { name: '发布…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/个单位将收到/).waitFor()
    const lead = dialog.getByRole('button', { name: '去看' })
    if ((await lead.count()) === 0) return
    await lead.first().click()
    await dialog.waitFor({ state: 'hidden' })
    await page.waitForTimeout(400)
    await answer(page)
  }
  throw new Error('The plan still has obstacles.')
}

/** A company is named by its candidate; bodies of another line are not assigned; what is left is confirmed. */
const answer = async (page: Page): Promise<void> => {
  const company = page.getByRole('button', { name: '安泰物业服务有限公司' }).first()
  const nobody = page.getByRole('button', { name: '不交办', exact: true }).first()
  if (await company.isVisible()) await company.click()
  else if (await nobody.isVisible()) await nobody.click()
  else await page.keyboard.press('Enter')
  await page.waitForTimeout(600)
}
