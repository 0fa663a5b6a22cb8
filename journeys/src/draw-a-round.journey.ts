import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, picture, visit } from './visitor.testing.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-draw-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const luoshi = join(import.meta.dirname, '../../cli/bin/luoshi.mjs')

/** As anybody would at home: the proof, and no server. */
const verifyDraw = async (file: string): Promise<{ readonly code: number; readonly said: string }> => {
  const run = promisify(execFile)(process.execPath, [luoshi, 'verify', 'draw', file])
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (failed: { code: number; stdout: string }) => ({ code: failed.code, said: failed.stdout }),
  )
}

const title = '周三小区抽查'

test('an office prepares a sample, sees what it can tell, draws it before a witness, and anybody proves the draw', async () => {
  const office = await visit(browser, 'office')
  await office.goto('/rounds')
  await office.getByRole('link', { name: '准备一次检查' }).click()
  await prepare(office, title)
  await office.getByRole('button', { name: '封存名单，公布指纹' }).click()
  const bound = office.getByText('名单的指纹').locator('xpath=following-sibling::dd')
  await bound.waitFor()
  const frameHash = (await bound.textContent()) ?? ''
  expect(frameHash).toMatch(/^[0-9a-f]{64}$/)
  await picture(office, 'round-bound')

  await office.getByLabel('姓名').fill('柳如苇')
  await office.getByLabel('见证人说的话').fill('刚才走廊里有人在浇花')
  await office.getByRole('button', { name: '抽签', exact: true }).click()
  await office.getByText('柳如苇说：“刚才走廊里有人在浇花”').waitFor()
  await picture(office, 'round-drawn')

  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '下载抽签证明' }).click(),
  ])
  const file = join(folder, 'proof.json')
  await download.saveAs(file)
  const proved = await verifyDraw(file)
  expect(proved).toMatchObject({ code: 0, said: expect.stringContaining('属实') })
  expect(proved.said).toContain(frameHash)

  await writeFile(file, (await readFile(file, 'utf8')).replace('有人在浇花', '有人在扫地'))
  expect(await verifyDraw(file)).toMatchObject({ code: 1, said: expect.stringContaining('✗ 重新抽一遍,结果不同') })
})

/** Fills the form and saves: what the sample can tell changes as its size is moved. */
const prepare = async (office: Page, title: string): Promise<void> => {
  await office.getByRole('heading', { name: '准备一次检查', level: 1 }).waitFor()
  await office.getByLabel('名称', { exact: true }).fill(title)
  await office.getByRole('checkbox', { name: /居民小区/ }).check()
  const tells = office.getByText(/整体符合率，误差约/)
  await tells.waitFor()
  const before = await tells.textContent()
  await office.getByRole('button', { name: '±10 个百分点' }).click()
  await expect.poll(() => tells.textContent()).not.toBe(before)
  await office.getByLabel('一共抽几个').last().fill('9')
  await office.getByText(/不宜单独比较或排名/).waitFor()
  await picture(office, 'round-form')
  await office.getByRole('button', { name: '全选' }).click()
  await office.getByRole('button', { name: '保存，去封存名单' }).click()
  await office.getByRole('heading', { name: title, level: 1 }).waitFor()
}

test('a lot that is called off stands on the page and in the proof of the next over the same points', async () => {
  const office = await visit(browser, 'office')
  await office.goto('/rounds')
  await office.getByRole('link', { name: title }).click()
  await office.getByRole('button', { name: '取消这次检查' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByText(/这次抽签和取消的理由都会写进证明/).waitFor()
  await dialog.getByRole('textbox').fill('另行安排')
  await dialog.getByRole('button', { name: '取消这次检查' }).click()
  await office.getByText('已取消：另行安排').waitFor()

  await office.goto('/rounds')
  await office.getByRole('link', { name: '准备一次检查' }).click()
  await prepare(office, '周四小区抽查')
  await office.getByRole('button', { name: '封存名单，公布指纹' }).click()
  await office.getByText('同样的点位另外抽过 1 次签，没有照着查').waitFor()
  await office.getByText(/9 个点位去了 0 个，取消，理由：“另行安排”/).scrollIntoViewIfNeeded()
  await picture(office, 'round-lot-named')
  await office.getByRole('button', { name: '没有见证人，直接抽' }).click()
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '下载抽签证明' }).click(),
  ])
  const file = join(folder, 'again.json')
  await download.saveAs(file)
  const proved = await verifyDraw(file)
  expect(proved).toMatchObject({ code: 0, said: expect.stringContaining(`《${title}》`) })
  await writeFile(file, (await readFile(file, 'utf8')).replace('另行安排', '大雨取消'))
  expect(await verifyDraw(file)).toMatchObject({ code: 1, said: expect.stringContaining('✗ 名单在封存之后被改过') })
})

test('the inspected learn of an unannounced round when it is over, and not before', async () => {
  const secret = '居民小区夜间暗访'
  const office = await visit(browser, 'office')
  const community = await visit(browser, 'community', phone)
  await office.goto('/rounds')
  await office.getByRole('link', { name: secret }).click()
  await office.getByText('被检单位尚不知情').first().waitFor()
  const address = new URL(office.url()).pathname

  await community.goto('/rounds')
  await community.waitForLoadState('networkidle')
  expect(await community.locator('main').textContent()).not.toContain(secret)
  expect((await community.request.get(`/api/v1${address}`)).status()).toBe(404)
  await picture(community, 'round-unknown')

  await office.getByRole('button', { name: '结束检查' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByText(/个点位没有查/).waitFor()
  await dialog.getByRole('button', { name: '结束检查' }).click()
  await office.getByText('已结束').first().waitFor()

  await community.reload()
  await community.getByRole('link', { name: secret }).click()
  await community.getByText('公开的秘密').waitFor()
  await picture(community, 'round-told')
})
