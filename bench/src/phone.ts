import type { Carried } from '@luoshi/contract/field'
import { derivedId, visitIdOf } from '@luoshi/rules/derived-id'
import type { Browser, Page } from 'playwright-core'
import { answerBuilt, openBuiltPages } from './built-pages.ts'
import { printNotes, printTable } from './print-table.ts'
import { ascending, milliseconds, quantile } from './timing.ts'

const POINTS = 2000
const CRITERIA = 20
const LIMIT = 1000
const TIMES = 12
const WARM = 2
/** As slow as the phones of the field: a laptop's processor held back so many times. */
const SLOWER = [1, 4] as const

/** What a phone that carries 2,000 points and 40,000 observations takes to open its list without a signal, beside the limit. */
export const phone = async (): Promise<void> => {
  const browser = await openBuiltPages()
  try {
    const rows: string[][] = []
    for (const slower of SLOWER) {
      const { opened, searched } = await openLists(browser, slower)
      rows.push(row(`list opened, processor ${slower}× slower`, opened))
      rows.push(row(`a word found in it, processor ${slower}× slower`, searched))
    }
    printTable(['from a closed page', 'median', 'p95', 'limit', 'held'], rows)
    printNotes(
      `${POINTS.toLocaleString('en')} points of one round, ${(POINTS * CRITERIA).toLocaleString('en')} last findings; Chromium ${browser.version()}, 360 × 740, ${TIMES} times.`,
      'From the start of loading the page to the first points on the screen, the server out of reach, everything from the phone’s store.',
      'The files come from the bench at once, as from the service worker’s store; a phone’s flash is slower than this disk.',
    )
  } finally {
    await browser.close()
  }
}

const row = (name: string, times: readonly number[]): string[] => {
  const sorted = ascending(times)
  const p95 = quantile(sorted, 0.95)
  return [name, milliseconds(quantile(sorted, 0.5)), milliseconds(p95), `${LIMIT} ms`, p95 < LIMIT ? 'yes' : 'NO']
}

type Times = { readonly opened: readonly number[]; readonly searched: readonly number[] }

const openLists = async (browser: Browser, slower: number): Promise<Times> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  let reached = true
  await page.route(
    '**/*',
    answerBuilt('field.html', path => (reached && path.endsWith('/carried') ? carried : null)),
  )
  await page.goto('http://luoshi.localhost/field')
  await page.getByText(`还有 ${POINTS} 个点位`).waitFor()
  reached = false
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const opened: number[] = []
  const searched: number[] = []
  for (let time = 0; time < TIMES + WARM; time += 1) {
    opened.push(await openList(page))
    searched.push(await search(page, `${(time * 37) % POINTS} 号楼`))
  }
  await context.close()
  return { opened: opened.slice(WARM), searched: searched.slice(WARM) }
}

/** Milliseconds from the start of loading to the first row. */
const openList = async (page: Page): Promise<number> => {
  await page.goto('about:blank')
  await page.goto(`http://luoshi.localhost/field#/round/${roundId}`, { waitUntil: 'commit' })
  const shown = await page.waitForFunction(() => document.querySelector('[data-index] b') !== null && performance.now())
  return Number(await shown.jsonValue())
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

const id = (kind: string, number: number): string => derivedId(kind, String(number))
const roundId = id('round', 1)
const person = { id: id('person', 1), name: '方一禾' }
const unit = { id: id('unit', 1), name: '柳塘社区', kind: 'community' as const }
const versionId = id('version', 1)

const criteria = Array.from({ length: CRITERIA }, (_, place) => ({
  ...{
    id: id('criterion', place),
    section: '环境',
    text: `楼道第 ${place + 1} 项整洁有序`,
    weight: 1,
    critical: false,
  },
  ...{ grades: {}, exceptions: [], evidence: [], photo: 'optional' as const, lookWhere: '楼梯间', lookHow: '走一遍' },
  categoryId: null,
}))

const points = Array.from({ length: POINTS }, (_, place) => ({
  ...{ id: id('point', place), name: `${place} 号楼`, pointType: '居民楼道', unit, address: `柳塘路 ${place} 号` },
  ...{ contactName: '', contactPhone: '', code: `L${place}`, openCases: [] },
  position: { longitude: 120 + (place % 50) / 1000, latitude: 30 + Math.floor(place / 50) / 1000 },
  last: criteria.map(criterion => ({
    ...{ criterionId: criterion.id, grade: 'conforms' as const, note: '', seenAt: '2026-03-02T01:00:00.000Z' },
  })),
}))

const carried: Carried = {
  now: '2026-03-09T01:00:00.000Z',
  person,
  units: [unit],
  rounds: [
    {
      ...{ id: roundId, title: '三月楼道普查', kind: 'open', startsOn: '2026-03-09', endsOn: '2026-03-31' },
      points: points.map(point => ({
        ...{ pointId: point.id, versionId, visitId: visitIdOf(roundId, point.id, person.id), finishedAt: null },
      })),
    },
  ],
  points,
  standards: [
    {
      versionId,
      standardId: id('standard', 1),
      title: '居民楼道标准',
      pointType: '居民楼道',
      number: 1,
      content: criteria,
    },
  ],
  ...{ categories: [], visits: [], occurrences: [], cases: [] },
}
