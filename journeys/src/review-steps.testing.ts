import type { Page } from 'playwright-core'
import { eventually } from './visitor.testing.ts'

export type HandedIn = { readonly name: string; readonly text: string }

/** Hands a document in and waits until its review is open. `revises` is the programme it is a new version for. */
export const handIn = async (page: Page, { name, text }: HandedIn, revises: string | null = null): Promise<void> => {
  await page.goto(revises === null ? '/plans/new' : `/plans/new?revises=${revises}`)
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('button', { name: '开始读' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
  await page
    .getByText(/已确认 \d+ \/ \d+/)
    .first()
    .waitFor()
}

export const confirmed = async (page: Page): Promise<number> => {
  const words = await page
    .getByText(/已确认 \d+ \/ \d+/)
    .first()
    .textContent()
  return Number(/已确认 (\d+) \//.exec(words ?? '')?.[1])
}

/** Confirms, kind by kind, what the reader has no doubt about. */
export const settleTabs = async (page: Page): Promise<void> => {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await settleTab(page)
  }
}

const settleTab = async (page: Page): Promise<void> => {
  const rest = page.getByRole('button', { name: /没有疑问，一并确认/ })
  await page.waitForTimeout(300)
  if ((await rest.count()) === 0) return
  const before = await confirmed(page)
  await rest.click()
  await eventually(() => confirmed(page)).toBeGreaterThan(before)
}

const MOST_OBSTACLES = 20

/** Goes where the dialog leads until nothing stands in the way any more; leaves the dialog open. */
export const clearObstacles = async (page: Page): Promise<void> => {
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
  const asked = page.getByText(/「物业公司」指哪些单位/).first()
  const nobody = page.getByRole('button', { name: '不交办', exact: true }).first()
  if (await asked.isVisible()) await page.getByRole('button', { name: '安泰物业服务有限公司' }).first().click()
  else if (await nobody.isVisible()) await nobody.click()
  else await page.keyboard.press('Enter')
  await page.waitForTimeout(600)
}
