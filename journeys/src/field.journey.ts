import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { eventually, openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Twelve points in all in the sample county. */
const pointTypes = ['综合文化服务中心', '文化站', '街道办事处']
const photosEach = 3

test('a round of twelve points is done on two phones without a signal, one set up anew; nothing is lost, nothing twice', async () => {
  const office = await visit(browser, 'office')
  const first = await visit(browser, 'inspector', phone)
  const me = await get<{ person: { id: string } }>(first, '/me')
  const roundId = await drawnRound(office, me.person.id)
  await openField(first)
  await first.getByText(/还有 \d+ 个点位/).waitFor()
  await picture(first, 'field-home')
  await keptOnPhone(first)

  await first.context().setOffline(true)
  await first.reload()
  await first.getByText('没有信号，照常记，都存在手机里').waitFor()
  await openRound(first)
  await first.getByText('未查 12').waitFor()
  await picture(first, 'field-round')
  for (let done = 0; done < 4; done += 1) await inspectNext(first, done)
  await first.reload()
  await first.getByText('未查 8').waitFor()

  // The signal comes back for a while: what was recorded goes, photos after it.
  await first.context().setOffline(false)
  await allSent(first)
  await eventually(() => visitedIn(office, roundId)).toBe(4)

  // A second phone of the same person goes on where the first stopped, and both go out of reach.
  const second = await anotherPhone(first)
  await openField(second)
  await keptOnPhone(second)
  await first.context().setOffline(true)
  await second.context().setOffline(true)
  await openRound(second)
  await second.getByText('未查 8').waitFor()
  await first.goto('/field#/rounds')
  await openRound(first)
  for (let done = 4; done < 8; done += 1) await inspectNext(first, done)
  // Both begin with the same point: the second looks at it as well, and at four the first has not seen.
  await inspectNext(second, 20)
  await inspectFromTheEnd(second, 4)
  await picture(second, 'field-second-phone')

  await second.context().setOffline(false)
  await allSent(second)
  await second.context().close()
  await first.context().setOffline(false)
  await allSent(first)
  await eventually(() => visitedIn(office, roundId)).toBe(12)

  // A phone set up anew carries all of it.
  const anew = await anotherPhone(first)
  await openField(anew)
  await openRound(anew)
  await anew.getByText('未查 0').waitFor()
  await picture(anew, 'field-anew')

  const visits = await visitsOf(office, roundId)
  expect(visits.map(({ point }) => point.id).length).toBe(new Set(visits.map(({ point }) => point.id)).size)
  expect(visits.every(({ finishedAt, fails }) => finishedAt !== null && fails === 1)).toBe(true)
  const photos = await Promise.all(visits.map(({ id }) => photosOf(office, id)))
  expect(photos.toSorted((one, other) => one - other)).toEqual([...Array(11).fill(photosEach), 2 * photosEach])
})

test('a community worker records what she saw on a stairwell, without a signal, and it becomes a case', async () => {
  const worker = await visit(browser, 'worker', phone)
  await openField(worker)
  await worker.getByRole('button', { name: /^随手拍/ }).waitFor()
  await keptOnPhone(worker)
  await worker.context().setOffline(true)
  await worker.reload()
  const words = `三单元楼道堆放旧家具 ${Math.random().toString(36).slice(2, 8)}`
  await worker.getByRole('button', { name: /^随手拍/ }).click()
  await addPhoto(worker, 90)
  await worker.getByLabel('看到什么').fill(words)
  await worker.getByLabel('在哪里').fill('滨河路 6 号三单元')
  await picture(worker, 'field-report')
  await worker.getByRole('button', { name: '记下' }).click()
  await worker.getByText('已记下，有信号时送出').waitFor()
  await worker.goto('/field#/unsent')
  await worker.getByText(`随手拍：${words}`).waitFor()
  await picture(worker, 'field-unsent')
  await worker.context().setOffline(false)
  await allSent(worker)
  const found = async () => {
    const { items } = await get<{ items: { title: string; origin: string }[] }>(worker, '/cases?limit=200')
    return items.filter(({ title }) => title.includes('旧家具') && words.includes(title.slice(0, 10))).length
  }
  await eventually(found).toBe(1)
})

test('what two people record on one phone stays apart, and is sent by nobody else', async () => {
  const page = await visit(browser, 'worker', phone)
  await openField(page)
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
  await keptOnPhone(page)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: /^随手拍/ }).click()
  await page.getByLabel('看到什么').fill('井盖松动')
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByText('已记下，有信号时送出').waitFor()
  await leaveHere(page)
  await page.getByText('第一次登录要有网络').waitFor()
  await picture(page, 'field-sign-in')
  await page.context().setOffline(false)
  await signInHere(page, 'inspector')
  await page.getByText('都已送出').first().waitFor()
  await leaveHere(page)
  await signInHere(page, 'worker')
  await allSent(page)
})

type Answer<T> = Promise<T>

const get = async <T>(page: Page, path: string): Answer<T> => {
  const reply = await page.request.get(`/api/v1${path}`)
  expect([path, reply.status()]).toEqual([path, 200])
  return (await reply.json()) as T // the contract's shape
}

const post = async <T>(page: Page, path: string, data: unknown): Answer<T> => {
  const reply = await page.request.post(`/api/v1${path}`, { data, headers: { origin: inject('address') } })
  expect([path, reply.status(), reply.ok() ? '' : await reply.text()]).toEqual([path, 200, ''])
  return (await reply.json()) as T // the contract's shape
}

type Round = { readonly id: string; readonly version: number; readonly visited: number }

/** Prepared, committed and drawn by the office for the inspector of the sample. */
const drawnRound = async (office: Page, inspectorId: string): Promise<string> => {
  const units = await get<{ id: string; kind: string }[]>(office, '/units')
  const county = units.find(({ kind }) => kind === 'county')?.id ?? ''
  const ground = { unitId: county, pointTypes, withinUnitIds: [county] }
  const { strata } = await post<{ strata: { stratum: string; population: number }[] }>(office, '/rounds/plan', {
    ...ground,
    total: 12,
    margin: null,
  })
  const today = new Date().toISOString().slice(0, 10)
  const round = await post<Round>(office, '/rounds', {
    ...ground,
    title: `阵地周检 ${today}`,
    kind: 'open',
    startsOn: today,
    endsOn: today,
    inspectorIds: [inspectorId],
    quotas: Object.fromEntries(strata.map(({ stratum, population }) => [stratum, population])),
  })
  const committed = await post<Round>(office, `/rounds/${round.id}/commit`, { version: round.version })
  await post<Round>(office, `/rounds/${round.id}/draw`, {
    version: committed.version,
    witness: '滨河社区 周晓',
    witnessWords: '今天下雨',
  })
  return round.id
}

const visitedIn = async (office: Page, roundId: string): Promise<number> =>
  (await get<Round>(office, `/rounds/${roundId}`)).visited

type Visited = {
  readonly id: string
  readonly point: { readonly id: string }
  readonly finishedAt: string | null
  readonly fails: number
}

const visitsOf = async (office: Page, roundId: string): Promise<readonly Visited[]> =>
  (await get<{ items: Visited[] }>(office, `/visits?roundId=${roundId}&limit=200`)).items

const photosOf = async (office: Page, id: string): Promise<number> => {
  const { observations } = await get<{ observations: { photos: unknown[] }[] }>(office, `/visits/${id}`)
  return observations.reduce((sum, { photos }) => sum + photos.length, 0)
}

const openField = async (page: Page): Promise<void> => {
  await page.goto('/field')
  await page.getByRole('button', { name: /^检查/ }).waitFor()
}

/** The door is on the phone once its service worker has taken over and what is carried has come. */
const keptOnPhone = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByText('内容更新于').waitFor()
}

const openRound = async (page: Page): Promise<void> => {
  const rounds = page.getByRole('button', { name: /^检查/ })
  if (await rounds.isVisible()) await rounds.click()
  await page
    .getByRole('button', { name: /阵地周检/ })
    .last()
    .click()
  await page.getByText(/^未查/).waitFor()
}

/** The first point of the list that is not done: its first criterion fails and has photos, the others conform. */
const inspectNext = (page: Page, number: number): Promise<void> =>
  inspect(page, page.locator('[data-index] button').first(), number)

const inspectFromTheEnd = async (page: Page, count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1) await inspect(page, page.locator('[data-index] button').last(), 30 + done)
}

const inspect = async (page: Page, point: ReturnType<Page['locator']>, number: number): Promise<void> => {
  await point.click()
  await page.getByText(/^第 1 条，共/).waitFor()
  const all = Number(/共 (\d+) 条/.exec((await page.getByText(/^第 1 条，共/).textContent()) ?? '')?.[1])
  await page.getByRole('button', { name: /^不符合/ }).click()
  for (let shot = 0; shot < photosEach; shot += 1) await addPhoto(page, number * photosEach + shot)
  if (number === 0) await picture(page, 'field-criterion')
  await page.getByRole('button', { name: '下一条' }).click()
  for (let at = 2; at <= all; at += 1) {
    await page.getByText(new RegExp(`^第 ${at} 条，共`)).waitFor()
    await page.getByRole('button', { name: /^符合/ }).click()
  }
  if (number === 0) await picture(page, 'field-overview')
  await page.getByRole('button', { name: '完成检查' }).click()
  await page.getByText(/^未查/).waitFor()
}

let taken = 0

/** Each photo is another one. */
const addPhoto = async (page: Page, seed: number): Promise<void> => {
  taken += 1
  const before = await page.getByRole('img', { name: /^照片/ }).count()
  const buffer = await sharp({
    create: {
      width: 480,
      height: 640,
      channels: 3,
      background: { r: (seed * 37) % 256, g: (taken * 53) % 256, b: 90 },
    },
  })
    .jpeg()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${taken}.jpg`, mimeType: 'image/jpeg', buffer })
  await page
    .getByRole('img', { name: `照片 ${before + 1}` })
    .first()
    .waitFor()
}

const allSent = async (page: Page): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('都已送出').first().waitFor({ timeout: 60_000 })
}

/** The same person on a phone that knows nothing yet. */
const anotherPhone = async (page: Page): Promise<Page> => {
  const state = await page.context().storageState()
  const context: BrowserContext = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: inject('address'),
    storageState: { cookies: state.cookies, origins: [] },
  })
  return context.newPage()
}

const leaveHere = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出' }).click()
  await page.getByText('还没送出的会留在这台手机里').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '退出' }).click()
}

const signInHere = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(`yunxi-${account}-2026`)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: /^随手拍/ }).waitFor()
}
