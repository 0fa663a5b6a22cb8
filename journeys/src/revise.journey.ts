import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, settleTabs } from './review-steps.testing.ts'
import { openBrowser, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Document = {
  readonly title: string
  readonly text: string
  readonly span: { readonly start: number; readonly end: number }
}

test('version two of a running plan is compared with it and applied, and the work done stays', async () => {
  const page = await visit(browser, 'office')
  const { programme, text } = await runningPlan(page)
  const done = await counts(page, programme)

  const revised = `${text.trimEnd()}\n(九)增设反馈渠道。各社区在公示栏公布反馈电话,${new Date().getFullYear() + 1}年3月25日前完成。(责任单位:各社区)\n`
  await handIn(page, { name: '修订稿.txt', text: revised }, programme)
  await settleTabs(page)
  await page
    .getByRole('button', { name: '对照新旧…' })
    .or(page.getByRole('link', { name: '对照新旧…' }))
    .first()
    .click()
  await page.waitForURL(/\/comparison/)
  await page.getByText('增设反馈渠道').first().waitFor()
  await picture(page, 'comparison')
  await page.getByRole('button', { name: /^应用 \d+ 处改动/ }).click()
  await page.waitForURL(new RegExp(`/programmes/${programme}`))

  const after = await counts(page, programme)
  expect(after.confirmed).toBe(done.confirmed)
  expect(after.total).toBeGreaterThanOrEqual(done.total + 12)
  await page.goto(`/programmes/${programme}/documents`)
  await page
    .getByText(/第 2 版/)
    .first()
    .waitFor()
  await picture(page, 'documents')
})

const get = async <T>(page: Page, path: string): Promise<T> =>
  (await page.request.get(`/api/v1${path}`)).json() as Promise<T>

const runningPlan = async (page: Page): Promise<{ readonly programme: string; readonly text: string }> => {
  const { items } = await get<{ items: readonly { readonly id: string; readonly title: string }[] }>(
    page,
    '/programmes?status=running',
  )
  const found = items.find(({ title }) => title.includes('老旧小区'))
  if (!found) throw new Error('The sample has no programme under way.')
  const [newest] = await get<readonly Document[]>(page, `/programmes/${found.id}/documents`)
  if (!newest) throw new Error('A programme without a document.')
  return { programme: found.id, text: newest.text.slice(newest.span.start, newest.span.end) }
}

const counts = async (page: Page, id: string): Promise<{ readonly total: number; readonly confirmed: number }> =>
  (await get<{ assignments: { total: number; confirmed: number } }>(page, `/programmes/${id}`)).assignments
