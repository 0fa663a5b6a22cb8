import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { noBarriers } from './barriers.testing.ts'
import { openBrowser, passwordOf, phone, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Without the movement that a page may make for those who see it. */
const calmly = async (page: Page): Promise<Page> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

const firstOf = async (page: Page, list: string): Promise<string> => {
  const reply = await page.request.get(`/api/v1/${list}`)
  const { items } = (await reply.json()) as { items: { id: string }[] } // the contract's shape
  expect([list, items.length > 0]).toEqual([list, true])
  return items[0]?.id ?? ''
}

test('every main page of the desk can be used by those who do not see it, or not well', async () => {
  const page = await calmly(await visit(browser, 'office'))
  const [found, round, point, standard, plan, assignment, programme] = await Promise.all(
    ['cases', 'rounds', 'points', 'standards', 'plans', 'assignments', 'programmes'].map(list => firstOf(page, list)),
  )
  const paths = [
    ...['/', '/assignments', `/assignments/${assignment}`],
    ...['/cases', `/cases/${found}`, '/cases/new', '/rounds', `/rounds/${round}`, '/rounds/new'],
    ...['/points', `/points/${point}`, '/points/labels', '/standards', `/standards/${standard}`],
    ...['/results', '/ledger', '/visits', '/visits/kept', '/plans', `/plans/${plan}`, '/write', '/settings'],
    ...[`/programmes/${programme}`, `/programmes/${programme}/duties`],
  ]
  for (const path of paths) {
    await page.goto(path)
    await page.locator('main h1, main h2').first().waitFor()
    await page.waitForFunction(() => document.querySelector('.ant-skeleton, .ant-spin-spinning') === null)
    await noBarriers(page, path)
  }
  await page.context().close()
})

test('so can the doors: signing in and setting up', async () => {
  const context = await browser.newContext({ baseURL: inject('address'), locale: 'zh-CN', reducedMotion: 'reduce' })
  const page = await context.newPage()
  for (const path of ['/sign-in', '/setup', '/field']) {
    await page.goto(path)
    await page.locator('h1').first().waitFor()
    await noBarriers(page, path)
  }
  await context.close()
})

test('so can every screen of the phone', async () => {
  const page = await fieldOf('light')
  await noBarriers(page, 'home')
  for (const name of ['report', 'today', 'rounds', 'unsent']) {
    await at(page, `#/${name}`)
    await noBarriers(page, name)
  }
  await at(page, '#/today')
  await page.locator('main li button').first().click()
  await page.locator('main h2').waitFor()
  await noBarriers(page, 'case')
  await at(page, '#/patrol')
  await page.locator('[data-index] button').first().waitFor()
  await noBarriers(page, 'points')
  await page.getByRole('button', { name: '地图' }).click()
  await page.locator('svg g').first().waitFor()
  await noBarriers(page, 'map')
  await page.getByRole('button', { name: '列表' }).click()
  await openFirstPoint(page)
  await noBarriers(page, 'criterion')
  await page.getByRole('button', { name: '说一句' }).click()
  await page.getByRole('dialog').waitFor()
  await noBarriers(page, 'note')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '看全部' }).click()
  await page.locator('main ol').waitFor()
  await noBarriers(page, 'overview')
  await page.context().close()
})

test('and where most is written, by night as well', async () => {
  const page = await fieldOf('dark')
  await noBarriers(page, 'home by night')
  await at(page, '#/report')
  await noBarriers(page, 'report by night')
  await at(page, '#/patrol')
  await openFirstPoint(page)
  await noBarriers(page, 'criterion by night')
  await page.context().close()
})

const at = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`/field${hash}`)
  await page.locator('header h1').waitFor()
}

const openFirstPoint = async (page: Page): Promise<void> => {
  await page.locator('[data-index] button').first().click()
  await page.getByText(/^第 1 条，共/).waitFor()
}

const fieldOf = async (colorScheme: 'light' | 'dark'): Promise<Page> => {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: inject('address'),
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/field')
  await page.getByLabel('账号').fill('worker')
  await page.getByLabel('密码').fill(await passwordOf('worker'))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('内容更新于').waitFor()
  return page
}
