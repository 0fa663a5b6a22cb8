import scanner from 'jsqr'
import type { Browser, Locator } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { laptop, openBrowser, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// It is exported as the function itself; its types call it `default` of that.
const jsQR = scanner as unknown as typeof scanner.default

/** What a phone held over the label reads. */
const scanned = async (label: Locator): Promise<string | null> => {
  const { data, info } = await sharp(await label.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null
}

test('every printed label leads to the page of its own point, and signs nobody in', async () => {
  const office = await visit(browser, 'office')
  await office.goto('/points/labels')
  await office.emulateMedia({ media: 'print' })
  const labels = office.locator('article')
  await labels.first().waitFor()
  for (const nth of [0, 1, 7]) {
    const label = labels.nth(nth)
    const code = await label.locator('code').textContent()
    expect(await scanned(label)).toBe(`${inject('address')}/p/${code}`)
  }
  const address = (await scanned(labels.first())) ?? ''
  const name = (await labels.first().locator('b').textContent()) ?? ''
  const stranger = await browser.newPage()
  await stranger.goto(address)
  await stranger.waitForURL(url => url.pathname === '/sign-in')
  await office.emulateMedia({ media: 'screen' })
  await office.goto(address)
  await office.getByRole('heading', { level: 1, name }).waitFor()
})

test('where less motion is wished, a menu still opens in sight', async () => {
  const office = await visit(browser, 'office')
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await office.goto('/points')
  await office.getByRole('main').getByRole('button', { name: '更多' }).click()
  const item = office.getByRole('menuitem', { name: '从表格导入' })
  await item.waitFor()
  const box = await item.boundingBox()
  expect([(box?.x ?? -1) >= 0, (box?.y ?? laptop.height) < laptop.height && (box?.y ?? -1) > 0]).toEqual([true, true])
})
