import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBrowser, phone, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a point opened by mistake on a patrol leaves no visit, and one in which something was seen stays', async () => {
  const page = await visit(browser, 'worker', phone)
  await page.goto('/field')
  await page.getByText('内容更新于').waitFor()
  await page.goto('/field#/patrol')
  await firstPoint(page).waitFor()
  const before = await visitsHere(page)

  await firstPoint(page).click()
  await page.getByText(/^第 1 条，共/).waitFor()
  await eventually(() => visitsHere(page)).toBe(before + 1)
  await page.goBack()
  await firstPoint(page).waitFor()
  await eventually(() => visitsHere(page)).toBe(before)

  await firstPoint(page).click()
  await page.getByText(/^第 1 条，共/).waitFor()
  await page.getByRole('button', { name: /^符合/ }).click()
  await page.getByText(/^第 2 条，共/).waitFor()
  await page.goto('/field#/patrol')
  await page.getByText('已看 1 条').waitFor()
  expect(await visitsHere(page)).toBe(before + 1)
})

const firstPoint = (page: Page) => page.locator('[data-index] button').first()

/** How many visits the phone keeps, read from its own store. */
const visitsHere = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const rowsIn = (name: string) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const store = opening.result
          const done = (rows: number) => {
            store.close()
            resolve(rows)
          }
          if (!store.objectStoreNames.contains('visits')) return done(0)
          const counting = store.transaction('visits').objectStore('visits').count()
          counting.onsuccess = () => done(counting.result)
        }
      })
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const rows = await Promise.all(names.map(rowsIn))
    return rows.reduce((sum, count) => sum + count, 0)
  })
