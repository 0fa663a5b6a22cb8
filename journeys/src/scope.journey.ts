import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clearObstacles, handIn, settleTabs } from './review-steps.testing.ts'
import { laptop, openBrowser, picture, signIn, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const name = '临河街道背街小巷夜间巡查方案'
const year = new Date().getFullYear() + 1
const text = [
  name,
  '一、工作目标',
  '管好临河街道的背街小巷,路灯完好率达到98%以上。',
  '二、重点任务',
  `(一)排查路灯。各社区逐巷排查路灯,${year}年3月31日前报送清单。(责任单位:各社区)`,
  `(二)清理堆物。各社区清理巷道堆物,${year}年4月30日前完成。(责任单位:各社区)`,
  '三、实施步骤',
  `第一阶段:动员部署(${year}年3月1日至${year}年3月31日)。`,
  `第二阶段:集中整治(${year}年4月1日至${year}年6月30日)。`,
].join('\n')

test('a street puts a plan to work, and a person of another street sees none of it', async () => {
  const street = await visit(browser, 'street')
  await handIn(street, { name: '夜间巡查.txt', text })
  const plan = new URL(street.url()).pathname
  await settleTabs(street)
  await clearObstacles(street)
  await street.getByRole('dialog').getByRole('button', { name: '发布，交办下去' }).click()
  await street.waitForURL(/\/programmes\/[0-9a-f-]{36}/)
  const programme = new URL(street.url()).pathname

  const stranger = await otherStreet()
  for (const list of ['/plans', '/programmes', '/']) {
    await stranger.goto(list)
    await stranger.locator('main').waitFor()
    await stranger.waitForLoadState('networkidle')
    expect(await stranger.locator('main').textContent()).not.toContain('夜间巡查')
  }
  await picture(stranger, 'other-street')
  for (const address of [plan, programme]) {
    const reply = await stranger.request.get(`/api/v1${address}`)
    expect(reply.status()).toBe(404)
    await stranger.goto(address)
    await stranger
      .getByText(/找不到|没有找到|不存在/)
      .first()
      .waitFor()
    expect(await stranger.locator('main').textContent()).not.toContain('夜间巡查')
  }
})

type Unit = { readonly id: string; readonly kind: string; readonly name: string }

/** The administrator seats somebody new in another street; she changes the password she was given and looks around. */
const otherStreet = async (): Promise<Page> => {
  const admin = await visit(browser, 'admin')
  const units = (await (await admin.request.get('/api/v1/units')).json()) as readonly Unit[]
  const other = units.find(unit => unit.kind === 'street' && !unit.name.includes('临河'))
  if (!other) throw new Error('The sample has no other street.')
  const account = `guest${Date.now()}`
  const reply = await admin.request.post('/api/v1/people', {
    data: { name: '邻街人', account, memberships: [{ unitId: other.id, role: 'office' }] },
  })
  const { firstPassword } = (await reply.json()) as { readonly firstPassword: string }
  const page = await signIn(browser, account, firstPassword, laptop)
  await page.getByLabel('当前密码').fill(firstPassword)
  await page.getByLabel('新密码', { exact: true }).fill('Green-hills-2031')
  await page.getByLabel('再输一次新密码').fill('Green-hills-2031')
  await page.getByRole('button', { name: '换成新密码' }).click()
  await page.getByRole('heading', { name: /月 \d+ 日/ }).waitFor()
  return page
}
