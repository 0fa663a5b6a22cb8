import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { excel } from '@luoshi/server/exports/excel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clearObstacles, handIn, settleTabs } from './review-steps.testing.ts'
import { eventually, openBrowser, phone, picture, visit } from './visitor.testing.ts'

const plan = join(import.meta.dirname, 'plans/market-standards.txt')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a clerk makes a standard of a plan’s checklist, publishes it, brings its points in and prints their labels', async () => {
  const page = await visit(browser, 'office')
  await putToWork(page)
  await makeStandard(page)
  await changeAsTable(page)
  const standardId = await publish(page)
  await readWithoutAccount(standardId)
  await compareVersions(page, standardId)
  await importPoints(page)
  const code = await printLabels(page)
  await scan(code)
})

const putToWork = async (page: Page): Promise<void> => {
  await handIn(page, { name: '集贸市场.txt', text: await readFile(plan, 'utf8') })
  await settleTabs(page)
  await clearObstacles(page)
  await page.getByRole('dialog').getByRole('button', { name: '发布，交办下去' }).click()
  await page.waitForURL(/\/programmes\/[0-9a-f-]{36}/)
}

const makeStandard = async (page: Page): Promise<void> => {
  await page.locator('a[href^="/programmes/"][href$="/standards"]').click()
  await page.getByRole('heading', { name: /集贸市场 3 条/ }).waitFor()
  await picture(page, 'checklists')
  await page.getByRole('button', { name: '生成标准' }).first().click()
  await page.waitForURL(/\/standards\/[0-9a-f-]{36}/)
  // Each criterion stands beside its sentence in the plan.
  await eventually(() => page.getByText('方案原文').count()).toBe(3)
  expect(await page.locator('q').allTextContents()).toContain('公平秤放在出口处，有检定记录。')
  await picture(page, 'standard-from-plan')
}

/** Typed, pasted from a spreadsheet, moved and undone; saved by itself. */
const changeAsTable = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '继续改草稿' }).click()
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
  await cell('2 检查项').fill('公平秤放在出口处，检定在有效期内')
  await page.getByRole('button', { name: '添加检查项' }).click()
  await eventually(() => page.locator('[data-row]').count()).toBe(4)
  await cell('4 检查项').focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '摊位证照亮明\t2\t否\t十摊都有\n活禽与其他摊位隔开\t3\t是\t隔开')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await eventually(() => page.locator('[data-row]').count()).toBe(5)
  expect(await cell('5 符合').inputValue()).toBe('隔开')
  await cell('5 检查项').press('Alt+ArrowUp')
  await eventually(() => cell('4 检查项').inputValue()).toBe('活禽与其他摊位隔开')
  await page.getByRole('button', { name: '撤销' }).click()
  await eventually(() => cell('4 检查项').inputValue()).toBe('摊位证照亮明')
  await page.getByText('已保存').first().waitFor()
  await picture(page, 'standard-table')
  await page.reload()
  await eventually(() => page.locator('[data-row]').count()).toBe(5)
}

const publish = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: '发布第 1 版' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/今后的检查都按这一版/).waitFor()
  await dialog.getByRole('button', { name: '发布第 1 版' }).click()
  await page.getByText('第 1 版已发布').waitFor()
  await page.getByText('活禽与其他摊位隔开').first().waitFor()
  return /\/standards\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

/** A stallholder on a phone, who has no account. */
const readWithoutAccount = async (standardId: string): Promise<void> => {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', baseURL: inject('address') })
  const page = await context.newPage()
  await page.goto(`/public/standards/${standardId}`)
  await page.getByRole('heading', { name: '集贸市场标准' }).waitFor()
  await page.getByText('公平秤放在出口处，检定在有效期内').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'standard-public')
  await context.close()
}

const compareVersions = async (page: Page, standardId: string): Promise<void> => {
  await page.goto(`/standards/${standardId}?mode=edit`)
  await page.getByRole('button', { name: '删去第 1 条' }).click()
  await page.getByRole('textbox', { name: '1 分值', exact: true }).fill('5')
  await page.getByText('已保存').first().waitFor()
  await page.goto(`/standards/${standardId}?number=2&against=1`)
  await page.getByRole('heading', { name: '第 1 版 → 草稿' }).waitFor()
  for (const what of ['删去', '修改']) await page.getByRole('listitem').filter({ hasText: what }).first().waitFor()
  await picture(page, 'standard-compared')
}

const importPoints = async (page: Page): Promise<void> => {
  await page.goto('/points?act=import')
  const dialog = page.getByRole('dialog')
  const choose = async (rows: readonly (readonly string[])[]) =>
    dialog.locator('input[type=file]').setInputFiles({ name: '点位.xlsx', mimeType: xlsx, buffer: await sheetOf(rows) })
  await choose([['新港集贸市场', '集贸市场', '没有的社区', '港口路1号']])
  await dialog.getByText('C2').waitFor()
  await dialog.getByText(/没有找到单位“没有的社区”/).waitFor()
  await picture(page, 'points-import-errors')
  await choose([
    ['新港集贸市场', '集贸市场', '滨河社区', '港口路1号'],
    ['石坪集贸市场', '集贸市场', '石坪社区', '石坪路2号'],
  ])
  await dialog.getByRole('button', { name: '导入 2 个点位' }).click()
  await page.getByText('已导入：新增 2，变更 0').waitFor()
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sheetOf = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  book.addWorksheet('点位').addRows([['点位名称', '类型', '责任单位', '地址'], ...rows.map(row => [...row])])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Answers what is written on the first label. */
const printLabels = async (page: Page): Promise<string> => {
  await page.goto(`/points/labels?type=${encodeURIComponent('集贸市场')}`)
  await page.getByText('2 张标签').waitFor()
  await eventually(() => page.locator('article svg').count()).toBe(2)
  await picture(page, 'point-labels')
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  return (await page.locator('article code').first().textContent()) ?? ''
}

/** Who answers for the point scans its label and sees what it is held to. */
const scan = async (code: string): Promise<void> => {
  const page = await visit(browser, 'community', phone)
  await page.goto(`/p/${code}`)
  await page.waitForURL(/\/points\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: '新港集贸市场' }).waitFor()
  await page.getByText('集贸市场标准').waitFor()
  await picture(page, 'point-on-phone')
}
