import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { openBuiltPages, serveBuilt } from './built-pages.ts'
import { CRITERIA, carried, POINTS, roundId } from './phone-carried.ts'
import { printNotes, printTable } from './print-table.ts'
import { ascending, milliseconds, quantile } from './timing.ts'

const LIMIT = 1000
const TIMES = 12
const WARM = 3
/** As slow as the phones of the field: a laptop's processor held back so many times. */
const SLOWER = [1, 4] as const

/** What a phone that carries 2,000 points and 40,000 observations takes to open its list without a signal, beside the limit. */
export const phone = async (): Promise<void> => {
  const browser = await openBuiltPages()
  try {
    const rows: string[][] = []
    for (const slower of SLOWER) {
      const { opened, searched, busy } = await openLists(browser, slower)
      rows.push(row(`list opened, processor ${slower}× slower`, opened, busy))
      rows.push(row(`a word found in it, processor ${slower}× slower`, searched))
    }
    printTable(['from a closed page', 'median', 'p95', 'page at work', 'limit', 'held'], rows)
    printNotes(
      `${POINTS.toLocaleString('en')} points of one round, ${(POINTS * CRITERIA).toLocaleString('en')} last findings; Chromium ${browser.version()}, 360 × 740, ${TIMES} times.`,
      'From the start of loading the page to the first points on the screen, the server gone: everything from the service worker’s store and the phone’s.',
      'Page at work: median processor time of its main thread until it rests, fair on a busy machine; slowed down as the phone is.',
      'What it does not show: a phone’s flash is slower than this disk, and a page that is still open does not load at all.',
    )
  } finally {
    await browser.close()
  }
}

const row = (name: string, times: readonly number[], busy: readonly number[] = []): string[] => {
  const sorted = ascending(times)
  const p95 = quantile(sorted, 0.95)
  const work = busy.length === 0 ? '' : milliseconds(quantile(ascending(busy), 0.5))
  return [name, milliseconds(quantile(sorted, 0.5)), milliseconds(p95), work, `${LIMIT} ms`, p95 < LIMIT ? 'yes' : 'NO']
}

type Times = {
  readonly opened: readonly number[]
  readonly searched: readonly number[]
  readonly busy: readonly number[]
}

const openLists = async (browser: Browser, slower: number): Promise<Times> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  const url = await packed(context)
  const opened: number[] = []
  const searched: number[] = []
  const busy: number[] = []
  for (let time = 0; time < TIMES + WARM; time += 1) {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    opened.push(await openList(page, url))
    busy.push(await atWork(session))
    searched.push(await search(page, `${(time * 37) % POINTS} 号楼`))
    await page.close()
  }
  await context.close()
  return { opened: opened.slice(WARM), searched: searched.slice(WARM), busy: busy.slice(WARM) }
}

/** Fetches everything while there is a signal; then the server is gone. */
const packed = async (context: BrowserContext): Promise<string> => {
  const { url, close } = await serveBuilt('field.html', path => (path.endsWith('/carried') ? carried : null))
  const page = await context.newPage()
  await page.goto(`${url}/field`)
  await page.getByText(`还有 ${POINTS} 个点位`).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.close()
  await close()
  return url
}

/** Milliseconds from the start of loading to the first row. */
const openList = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/field#/round/${roundId}`, { waitUntil: 'commit' })
  const shown = await page.waitForFunction(() => document.querySelector('[data-index] b') !== null && performance.now())
  return Number(await shown.jsonValue())
}

const atWork = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

const search = async (page: Page, words: string): Promise<number> => {
  const began = await page.evaluate(() => performance.now())
  await page.getByRole('searchbox').fill(words)
  const found = await page.waitForFunction(
    sought => document.querySelector('[data-index="0"] b')?.textContent?.includes(sought) && performance.now(),
    words,
  )
  return Number(await found.jsonValue()) - began
}
