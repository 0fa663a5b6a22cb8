import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Row = {
  readonly id: string
  readonly programme: { readonly id: string }
  readonly state: string
  readonly actions: readonly string[]
}

test('a community worker finishes her task with a photo, the office returns it once, then confirms, and the leader sees it move', async () => {
  const worker = await visit(browser, 'worker', phone)
  const task = await openTask(worker)
  const leader = await visit(browser, 'leader')
  const before = await confirmedOf(leader, task.programme.id)

  await submit(worker, task.id, '已逐栋清理')
  await picture(worker, 'worker-submitted')

  const office = await visit(browser, 'office')
  await office.goto(`/assignments/${task.id}`)
  await office.getByRole('img', { name: /楼道/ }).first().waitFor()
  await office.getByRole('button', { name: '退回' }).click()
  await office.getByLabel('哪里不行，要怎么改').fill('三号楼还有杂物，请补拍')
  await office.getByRole('button', { name: '退回' }).click()
  await office.getByText('三号楼还有杂物，请补拍').first().waitFor()

  await submit(worker, task.id, '三号楼已补清')
  await office.reload()
  await office.getByRole('button', { name: '确认办结' }).click()
  await office.getByRole('button', { name: '确认办结' }).click()
  await office.getByText('已办结').first().waitFor()
  await picture(office, 'office-confirmed')

  await eventually(() => confirmedOf(leader, task.programme.id)).toBe(before + 1)
  await picture(leader, 'leader-overview')
})

/** A task of hers that she has not handed in yet, accepted where it still waits for that. */
const openTask = async (page: Page): Promise<Row> => {
  const reply = await page.request.get('/api/v1/assignments?mine=true&limit=200')
  const { items } = (await reply.json()) as { readonly items: readonly Row[] }
  const open = items.find(({ state, actions }) => state === 'assigned' && actions.includes('assignment.accept'))
  const found = open ?? items.find(({ actions }) => actions.includes('assignment.submit'))
  if (!found) throw new Error(`The sample leaves nothing to do among ${items.length} tasks.`)
  if (!open) return found
  await page.goto(`/assignments/${found.id}`)
  await page.getByRole('button', { name: '接收' }).click()
  await page
    .getByText(/^已接收/)
    .first()
    .waitFor()
  return found
}

const submit = async (page: Page, id: string, note: string): Promise<void> => {
  await page.goto(`/assignments/${id}`)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByLabel('做了什么（可不填）').fill(note)
  const photo = await sharp({
    create: { width: 900, height: 1200, channels: 3, background: { r: 90 + note.length, g: 120, b: 90 } },
  })
    .jpeg()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `楼道-${note}.jpg`, mimeType: 'image/jpeg', buffer: photo })
  await page.getByText(`楼道-${note}.jpg`).first().waitFor()
  const send = page.locator('form').getByRole('button', { name: '提交' })
  await eventually(() => send.isEnabled()).toBe(true)
  await send.click()
  await page.getByText('已提交，等确认').first().waitFor()
  expect(await page.locator('form').count()).toBe(0)
}

/** The figure of the overview: so many of so many are done. */
const confirmedOf = async (page: Page, programmeId: string): Promise<number> => {
  await page.goto(`/programmes/${programmeId}`)
  const figure = page.getByText(/\/ \d+ 项\s*已办结/).first()
  await figure.waitFor()
  const words = (await figure.locator('xpath=..').textContent()) ?? ''
  return Number(/(\d+)\s*\/ \d+ 项/.exec(words)?.[1])
}
