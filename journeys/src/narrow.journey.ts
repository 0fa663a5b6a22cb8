import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const paths = [
  ...['/', '/assignments', '/cases', '/cases/new', '/rounds', '/rounds/new', '/points', '/standards', '/visits'],
  ...['/results', '/results?view=cases', '/results?view=burden', '/ledger', '/visits/kept', '/settings'],
  ...['/plans', '/plans/new', '/write', '/units', '/people', '/programmes'],
]

test('no page of the desk is wider than a phone, and no table there is moved sideways', async () => {
  const page = await visit(browser, 'office', phone)
  for (const path of paths) {
    await page.goto(path)
    await page.locator('main h1, main h2').first().waitFor()
    await page.waitForFunction(() => document.querySelector('.ant-skeleton, .ant-spin-spinning') === null)
    expect([path, await tooWide(page)]).toEqual([path, []])
    if (path.endsWith('burden')) await picture(page, 'burden-phone')
  }
  await page.context().close()
})

/** The page itself, or what a table stands in, where it has more to show than it is wide. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const around = (one: Element | null): readonly Element[] =>
      one === null ? [] : [one, ...around(one.parentElement)]
    const boxes = [...document.querySelectorAll('table')].flatMap(around)
    return [...new Set([document.documentElement, ...boxes])]
      .filter(box => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
      .map(box => `${box.tagName} ${box.className} ${box.scrollWidth} in ${box.clientWidth}`)
  })
