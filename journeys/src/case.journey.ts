import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const title = '滨河苑九号楼楼道堆放纸箱'

test('a case goes from the hotline to closed: sent back once, risen once, and never judged by who mended it', async () => {
  const office = await visit(browser, 'office')
  await open(office)
  const address = new URL(office.url()).pathname
  await picture(office, 'case-opened')

  const unit = await visit(browser, 'community')
  await unit.goto(address)
  await unit.getByRole('button', { name: '签收', exact: true }).click()
  await unit.getByText('整改中').or(unit.getByText('已签收')).first().waitFor()
  await unit.getByRole('button', { name: '请上级解决' }).click()
  await unit.getByLabel('难在哪里，需要上级做什么').fill('纸箱属于产权单位，需要街道出面协调')
  await unit.locator('form').getByRole('button', { name: '请上级解决' }).click()
  await unit.getByText('已升到街道').first().waitFor()

  const worker = await visit(browser, 'worker', phone)
  await mend(worker, address, '已清走一半')
  await picture(worker, 'case-submitted-phone')
  await worker.reload()
  await worker.getByText('您参与了这次整改').waitFor()
  expect(await worker.getByRole('button', { name: '复查通过' }).count()).toBe(0)

  const inspector = await visit(browser, 'inspector')
  await inspector.goto(address)
  await inspector.getByRole('button', { name: '退回再改' }).click()
  await inspector.getByLabel('哪里不行，要怎么改').fill('二层还有，请清完再拍')
  await inspector.locator('form').getByRole('button', { name: '退回再改' }).click()
  await inspector.getByText('退回 1 次').first().waitFor()

  await mend(worker, address, '全部清完')
  await inspector.reload()
  await inspector.getByRole('button', { name: '复查通过' }).click()
  await picture(inspector, 'case-recheck')
  await inspector.locator('form').getByRole('button', { name: '复查通过' }).click()
  await inspector.getByText(/等.+销号/).waitFor()

  await office.goto(address)
  await office.getByRole('button', { name: '销号' }).first().waitFor()
  await office.keyboard.press('c')
  await office.locator('form').getByRole('button', { name: '销号' }).click()
  await office.getByText('这个问题已经了结').waitFor()
  await picture(office, 'case-closed')
})

test('the list is worked by the keyboard alone', async () => {
  const office = await visit(browser, 'office')
  await office.goto('/cases')
  await office.getByRole('list', { name: '问题' }).getByRole('listitem').first().waitFor()
  await office.keyboard.press('j')
  await office.keyboard.press('j')
  await office.keyboard.press('x')
  await office.getByText('选了 1 个').waitFor()
  await office.keyboard.press('v')
  await office.waitForURL(/view=board/)
  await office.getByRole('region', { name: '待派' }).waitFor()
  await office.keyboard.press('v')
  await office.getByRole('list', { name: '问题' }).getByRole('listitem').first().waitFor()
  await office.keyboard.press('j')
  await office.keyboard.press('Enter')
  await office.waitForURL(/\/cases\/[0-9a-f-]{36}/)
})

const open = async (page: Page): Promise<void> => {
  await page.goto('/cases')
  await page.getByRole('link', { name: '登记问题' }).click()
  await page.getByLabel('什么问题').fill(title)
  await page.getByLabel('哪一类').click()
  await page.getByLabel('哪一类').fill('楼道堆物')
  await page.keyboard.press('Enter')
  await page.getByText('热线', { exact: true }).click()
  await page.getByLabel('谁来整改（可以先不派）').click()
  await page.getByLabel('谁来整改（可以先不派）').fill('滨河社区')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: title }).waitFor()
}

const mend = async (page: Page, address: string, note: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: '提交整改' }).click()
  await page.getByLabel('做了什么').fill(note)
  const photo = await sharp({
    create: { width: 600, height: 450, channels: 3, background: { r: 120, g: 90 + note.length * 9, b: 80 } },
  })
    .jpeg()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${note}.jpg`, mimeType: 'image/jpeg', buffer: photo })
  const send = page.locator('form').getByRole('button', { name: '提交整改' })
  await eventually(() => send.isEnabled()).toBe(true)
  await send.click()
  await page.getByText('待复查').first().waitFor()
}
