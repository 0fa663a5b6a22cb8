import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmed, handIn } from './review-steps.testing.ts'
import { eventually, openBrowser, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const plan = join(import.meta.dirname, 'plans/safe-stairwells.txt')

test('what is confirmed while the line is broken is said to wait, and is saved once the line is mended', async () => {
  const page = await visit(browser, 'office')
  await handIn(page, { name: '断线.txt', text: await readFile(plan, 'utf8') })
  await page.getByRole('tab', { name: /^阶段/ }).click()
  await page.context().setOffline(true)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await eventually(() => confirmed(page)).toBe(1)
  await page.getByText('1 处改动还没存上').waitFor()
  await picture(page, 'review-away')

  await page.getByRole('link', { name: '今日' }).first().click()
  await page.getByRole('button', { name: '留下等恢复' }).click()
  expect(await confirmedOnServer(page, false)).toBeNull()

  await page.context().setOffline(false)
  await page.getByText('已自动保存').waitFor()
  expect(await confirmedOnServer(page, true)).toBe(1)
})

test('a remedy is taken back in one go', async () => {
  const page = await visit(browser, 'office')
  const text = '云溪县路灯修缮工作方案\n一、工作任务\n（一）县住建局于2027年4月31日前完成路灯普查。'
  await handIn(page, { name: '改回.txt', text })
  await page.getByText('1 处须改正后才能发布').first().waitFor()
  await page.getByRole('button', { name: '改为「2027年4月30日」' }).click()
  await page.getByText('没有须改正的地方').first().waitFor()
  await page.getByText('2027-04-30').first().waitFor()
  await page.keyboard.press('u')
  await page.getByText('1 处须改正后才能发布').first().waitFor()
  await eventually(() => page.getByText('2027-04-30').count()).toBe(0)
})

/** Null where the server cannot be asked. */
const confirmedOnServer = async (page: Page, isThere: boolean): Promise<number | null> => {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const asked = page.evaluate(path => fetch(path).then(reply => reply.json()), `/api/v1/plans/${id}/review`)
  if (!isThere) return asked.then(Number, () => null)
  const { items } = (await asked) as { items: { state: string }[] } // the contract's shape
  return items.filter(({ state }) => state === 'confirmed').length
}
