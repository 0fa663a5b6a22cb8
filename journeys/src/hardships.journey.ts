import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { eventually, openBrowser, passwordOf, phone, picture } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a phone that is full says so, has lost nothing, and goes on once what it sent has made room', async () => {
  const page = await openField('worker', { room: 2_600_000 })
  await page.context().setOffline(true)
  await report(page)
  await page.getByLabel('看到什么').fill('垃圾桶满溢')
  const isFull = page.getByRole('alert').getByText('手机存不下了')
  const photos = page.getByRole('img', { name: /^照片/ })
  const picture900 = await noise(900)
  let kept = 0
  for (; kept < 8; kept += 1) {
    await addPhoto(page, picture900)
    await eventually(async () => (await isFull.isVisible()) || (await photos.count()) > kept).toBe(true)
    if (await isFull.isVisible()) break
  }
  expect(kept).toBeGreaterThan(1)
  expect(kept).toBeLessThan(8)
  await picture(page, 'field-full')
  await page.reload()
  await eventually(() => photos.count()).toBe(kept)
  expect(await page.getByLabel('看到什么').inputValue()).toBe('垃圾桶满溢')

  await page.context().setOffline(false)
  await allSent(page)
  await addPhoto(page, picture900)
  await eventually(() => photos.count()).toBe(kept + 1)
  expect(await isFull.isVisible()).toBe(false)
  await page.getByRole('button', { name: '记下' }).click()
  await allSent(page)
  await page.context().close()
})

test('a phone that dies in the middle has every tap and every character when it is opened again', async () => {
  const page = await openField('worker')
  await page.context().setOffline(true)
  await report(page)
  await page.getByLabel('看到什么').fill('井盖松动')
  await page.getByRole('button', { name: '路灯不亮' }).click()
  await addPhoto(page, await noise(200))
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  await page.goto('/field#/patrol')
  await page.locator('[data-index] button').first().click()
  await page.getByText(/^第 1 条，共/).waitFor()
  await page.getByRole('button', { name: /^符合/ }).click()
  await page.getByText(/^第 2 条，共/).waitFor()
  await page.getByRole('button', { name: '说一句' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('扶手松了，')
  await page.keyboard.type('二楼的')

  // What is typed is kept as it is typed; the last word has a moment to reach the disk.
  await page.waitForTimeout(400)
  const dead = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await dead
  const again = await page.context().newPage()
  await again.goto('/field#/patrol')
  await again.getByText('已看 1 条').click()
  await again.getByText(/^第 2 条，共/).waitFor()
  await again.getByText('扶手松了，二楼的').waitFor()
  await again.getByRole('button', { name: '上一条' }).click()
  await eventually(() => again.getByRole('button', { name: /^符合/ }).getAttribute('aria-pressed')).toBe('true')
  await again.goto('/field#/report')
  await again.getByText('上次没记完的').waitFor()
  expect(await again.getByLabel('看到什么').inputValue()).toBe('井盖松动')
  expect(await again.getByRole('button', { name: '路灯不亮' }).getAttribute('aria-pressed')).toBe('true')
  await again.getByRole('img', { name: '照片 1' }).waitFor()
  await picture(again, 'field-draft-found')
  await again.getByRole('button', { name: '重新写' }).click()
  await eventually(() => again.getByLabel('看到什么').inputValue()).toBe('')
  await again.context().close()
})

test('who is signed out while recording goes on recording, and all of it goes when she signs in again', async () => {
  const page = await openField('worker')
  await page.context().clearCookies()
  const [first, second] = [`路面破损 ${Math.random()}`, `栏杆缺失 ${Math.random()}`]
  await recorded(page, first)
  const bar = page.getByRole('button', { name: /登录已过期/ })
  await bar.click()
  await picture(page, 'field-signed-out')
  await page.getByRole('button', { name: '先接着记' }).click()
  await recorded(page, second)
  await bar.click()
  await signInHere(page, 'worker')
  await allSent(page)
  const titles = (await casesSeenBy(page)).map(({ title }) => title)
  expect(titles).toContain(first)
  expect(titles).toContain(second)
  await page.context().close()
})

test('a phone whose clock is three days fast says so, and its records carry the right time', async () => {
  const page = await openField('worker', { daysFast: 3 })
  await page.getByText('手机时间快了 3 天').waitFor()
  await page.getByText('内容更新于 刚刚').waitFor()
  await picture(page, 'field-clock')
  await page.context().setOffline(true)
  const words = `路灯不亮 ${Math.random()}`
  await report(page)
  await page.getByLabel('看到什么').fill(words)
  await addPhoto(page, await noise(120))
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  await page.getByRole('button', { name: '记下' }).click()
  await page.context().setOffline(false)
  await allSent(page)
  const found = (await casesSeenBy(page)).find(({ title }) => title === words)
  const detail = await get<{ foundAt: string; evidence: { takenAt: string }[] }>(page, `/cases/${found?.id}`)
  expect(Math.abs(Date.parse(detail.foundAt) - Date.now())).toBeLessThan(10 * 60_000)
  await page.context().close()
})

test('a photo that breaks off in the middle goes on from there, and arrives once and whole', async () => {
  const page = await openField('worker')
  const offsets: number[] = []
  let isCut = true
  await page.route(/\/api\/v1\/uploads\/[^/]+\?offset=/, async route => {
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'))
    if (isCut && offset > 0) return route.abort('connectionreset')
    offsets.push(offset)
    return route.continue()
  })
  await report(page)
  await addPhoto(page, await noise(900))
  await page.getByText('1 件在手机里').waitFor()
  isCut = false
  await allSent(page)
  expect(offsets[0]).toBe(0)
  expect(offsets.filter(offset => offset === 0)).toHaveLength(1)
  expect(offsets.length).toBeGreaterThan(1)
  await page.context().close()
})

test('asking for much lowers what one gets: a problem seen in passing is three taps, and no field must be filled', async () => {
  const page = await openField('worker')
  await report(page)
  await addPhoto(page, await noise(120))
  await page.getByRole('img', { name: '照片 1' }).waitFor()
  expect(await page.locator('[required], [aria-required=true]').count()).toBe(0)
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByText('已记下').waitFor()
  await allSent(page)
  await page.context().close()
})

test('what a phone hears it writes down, and a phone that cannot hear offers nothing', async () => {
  const page = await openField('worker', { hears: '三单元楼道堆放旧家具' })
  await report(page)
  await page.getByRole('button', { name: '语音输入' }).click()
  await eventually(() => page.getByLabel('看到什么').inputValue()).toBe('三单元楼道堆放旧家具')
  await page.reload()
  await eventually(() => page.getByLabel('看到什么').inputValue()).toBe('三单元楼道堆放旧家具')
  await page.context().close()
  const deaf = await openField('worker', { hears: null })
  await report(deaf)
  await deaf.getByLabel('看到什么').waitFor()
  expect(await deaf.getByRole('button', { name: '语音输入' }).count()).toBe(0)
  await deaf.context().close()
})

test('a page that fails says what became of the records, and opens again', async () => {
  const page = await openField('worker')
  await report(page)
  await page.getByLabel('看到什么').fill('还没记完')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByText('内容更新于').waitFor()
  await page.evaluate(spoilWhatIsCarried)
  await page.reload()
  await page.getByText('这一页出了差错').waitFor()
  await picture(page, 'field-mishap')
  // Once may be chance; the second time all that the server carries is fetched anew.
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.waitForLoadState()
  await page.getByText('这一页出了差错').waitFor()
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByText('内容更新于').waitFor()
  await report(page)
  expect(await page.getByLabel('看到什么').inputValue()).toBe('还没记完')
  await page.context().close()
})

type Phone = {
  /** Bytes that the browser gives its pages. */
  readonly room?: number
  readonly daysFast?: number
  /** What it hears when it listens; null: it cannot. */
  readonly hears?: string | null
}

const openField = async (account: string, { room, daysFast, hears }: Phone = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: inject('address'),
  })
  if (daysFast !== undefined) await context.addInitScript(setClockForward, daysFast)
  if (hears !== undefined) await context.addInitScript(hearing, hears)
  const page = await context.newPage()
  if (room !== undefined) {
    const inBrowser = await context.newCDPSession(page)
    await inBrowser.send('Storage.overrideQuotaForOrigin', { origin: inject('address'), quotaSize: room })
  }
  await page.goto('/field')
  await signInHere(page, account)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByText('内容更新于').waitFor()
  return page
}

/** Runs in the page, before anything else does. */
const setClockForward = (days: number): void => {
  const Right = Date
  const ahead = days * 86_400_000
  class Wrong extends Right {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(Right.now() + ahead)
      else super(given[0])
    }
    static override now(): number {
      return Right.now() + ahead
    }
  }
  Reflect.set(globalThis, 'Date', Wrong)
}

/** Runs in the page: what a phone offers that can listen, or none. */
const hearing = (words: string | null): void => {
  class Listening {
    onresult: ((heard: unknown) => void) | null = null
    onend: (() => void) | null = null
    start(): void {
      setTimeout(() => {
        this.onresult?.({ results: [[{ transcript: words }]] })
        this.onend?.()
      })
    }
    stop(): void {
      this.onend?.()
    }
  }
  Reflect.set(globalThis, 'SpeechRecognition', undefined)
  Reflect.set(globalThis, 'webkitSpeechRecognition', words === null ? undefined : Listening)
}

/** Runs in the page: what it carries cannot be shown any more. */
const spoilWhatIsCarried = async (): Promise<void> => {
  const name = (await indexedDB.databases()).find(({ name }) => name?.startsWith('luoshi-field-'))?.name ?? ''
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('baggage', 'readwrite')
      writing.objectStore('baggage').put({ key: 'baggage', units: null, person: null })
      writing.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}

const signInHere = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(await passwordOf(account))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
}

const report = (page: Page): Promise<void> => page.getByRole('button', { name: /^随手拍/ }).click()

const allSent = async (page: Page): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('都已送出').first().waitFor({ timeout: 60_000 })
}

const addPhoto = (page: Page, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').first().setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer })

/** A picture that no JPEG makes small. */
const noise = (side: number): Promise<Buffer> =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

const recorded = async (page: Page, words: string): Promise<void> => {
  await report(page)
  await page.getByLabel('看到什么').fill(words)
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
}

const get = async <T>(page: Page, path: string): Promise<T> => {
  const reply = await page.request.get(`/api/v1${path}`)
  expect([path, reply.status()]).toEqual([path, 200])
  return (await reply.json()) as T // the contract's shape
}

type CaseSeen = { readonly id: string; readonly title: string }

const casesSeenBy = async (page: Page): Promise<readonly CaseSeen[]> =>
  (await get<{ items: CaseSeen[] }>(page, '/cases?limit=200')).items
