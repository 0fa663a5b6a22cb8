import type { Me } from '@luoshi/contract/session'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { answerBuilt, openBuiltPages } from './built-pages.ts'
import { planText } from './plan-text.ts'
import { printNotes, printTable } from './print-table.ts'
import { ascending, milliseconds, quantile } from './timing.ts'

const LIMIT = 100
const LENGTH = 10_000
const KEYS = 60
/** Between two keys, as a quick typist has it. */
const PAUSE = 180

/** What one keystroke costs on the writing page in a plan of 10,000 characters, beside the limit it must stay under. */
export const writing = async (): Promise<void> => {
  const browser = await openBuiltPages()
  try {
    const strokes = await typeOn(browser)
    const row = (name: string, times: readonly number[]): string[] => {
      const sorted = ascending(times)
      const p95 = quantile(sorted, 0.95)
      return [name, milliseconds(quantile(sorted, 0.5)), milliseconds(p95), `${LIMIT} ms`, p95 < LIMIT ? 'yes' : 'NO']
    }
    printTable(
      ['per keystroke', 'median', 'p95', 'limit', 'held'],
      [
        row(
          'letter on the screen',
          strokes.map(({ painted }) => painted),
        ),
        row(
          'main thread at work, the answer included',
          strokes.map(({ busy }) => busy),
        ),
        row(
          'key to the new reading on the screen',
          strokes.map(({ shown }) => shown),
        ),
      ],
    )
    printNotes(
      `${KEYS} keys, one every ${PAUSE} ms, in the middle of an invented plan of ${LENGTH.toLocaleString('en')} characters; Chromium ${browser.version()}, 1366 × 768.`,
      'The first and third are by the clock, from the key being put in; the second is processor time, fair on a busy machine.',
      'Pages as built, answers of the server put in by the bench; the compiler runs in its worker as it does for everybody.',
      'It does not show a phone: there a processor is some four times slower.',
    )
  } finally {
    await browser.close()
  }
}

type Stroke = { readonly painted: number; readonly busy: number; readonly shown: number }

const typeOn = async (browser: Browser): Promise<readonly Stroke[]> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.route(
    '**/*',
    answerBuilt('index.html', path => answers[path] ?? []),
  )
  await page.goto('http://luoshi.localhost/write')
  await page.getByRole('textbox', { name: '方案正文' }).fill(plan)
  await page.getByText(`${letters} 字`).waitFor()
  await page.evaluate(watchKeys)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.locator('.cm-line').nth(12).click()
  const strokes: Stroke[] = []
  for (let key = 0; key < KEYS + WARM; key += 1) strokes.push(await stroke(page, session, letters + key + 1))
  return strokes.slice(WARM)
}

const WARM = 10

const plan = planText(LENGTH * 3)
  .slice(0, LENGTH)
  .trimEnd()

/** As the page counts: without spaces and line ends. */
const letters = plan.replace(/\s/g, '').length

const stroke = async (page: Page, session: CDPSession, length: number): Promise<Stroke> => {
  const before = await taskSeconds(session)
  await page.evaluate(expected => Reflect.set(window, 'wanted', `${expected} 字`), length)
  await page.keyboard.insertText('路灯修缮工作'[length % 6] ?? '路')
  await page.waitForTimeout(PAUSE)
  await page.waitForFunction(() => !Number.isNaN(Reflect.get(window, 'lastKey').shown))
  const busy = ((await taskSeconds(session)) - before) * 1000
  const { painted, shown } = await page.evaluate(() => Reflect.get(window, 'lastKey'))
  return { painted, shown, busy }
}

const taskSeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

/** Runs in the page: when a letter is put in, when it is painted, and when the line under the heading tells of a new reading. */
const watchKeys = (): void => {
  let put = 0
  const last = { painted: Number.NaN, shown: Number.NaN }
  Reflect.set(window, 'lastKey', last)
  document.addEventListener(
    'beforeinput',
    () => {
      put = performance.now()
      last.painted = Number.NaN
      last.shown = Number.NaN
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          last.painted = performance.now() - put
        }
        channel.port2.postMessage(null)
      })
    },
    true,
  )
  const told = document.querySelector('aside [role="status"]')
  if (told === null) throw new Error('The page no longer tells how much was read.')
  const tell = (): void => {
    if (Number.isNaN(last.shown) && told.textContent?.includes(Reflect.get(window, 'wanted')))
      last.shown = performance.now() - put
  }
  new MutationObserver(tell).observe(told, { subtree: true, characterData: true, childList: true })
}

const answers: Readonly<Record<string, unknown>> = {
  '/api/v1/me': {
    person: { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: '陆望山', title: null },
    tenant: {
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      name: '云溪县',
      today: '2026-05-14',
      now: '2026-05-14T09:00:00+08:00',
    },
    memberships: [],
    actions: [],
    secondFactor: false,
    passwordDue: false,
    calendarUrl: null,
  } satisfies Me,
}
