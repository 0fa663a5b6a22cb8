import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, readyPlan, samplePlan } from '../plans/plan.testing.ts'

let house: TestHouse
let planId: string
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  planId = (await readyPlan(house)).planId
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
  await house.runJobs()
})
afterAll(() => house.close())

test('a plan is fetched as a document that a reader opens, named for the plan', async () => {
  const file = await house.as('officer').documents.plan({ id: planId })
  const plan = await house.as('officer').plans.get({ id: planId })
  expect(file.name).toBe(`${plan.title}.docx`)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })
  expect(value).toContain(plan.title)
})

test('a plan is printed as its review corrected it, under a red head unless the paper has one', async () => {
  const officer = house.as('officer')
  const wrong = '县住建局于2026年6月31日前整理档案。'
  const { planId: id } = await importText(house, `${samplePlan}\n五、其他事项\n（一）${wrong}`)
  const { diagnostics } = await officer.review.get({ id })
  const found = diagnostics.find(({ remedy, message }) => remedy !== null && message.what.includes('6月31日'))
  if (!found) throw new Error('The day was not what was wrong.')
  const words = async (head: 'red' | 'none' = 'red') => {
    const file = await officer.documents.plan({ id, head })
    return (await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })).value
  }
  const settled = { id, diagnosticId: found.id, state: 'settled' as const, note: '已改为 30 日' }

  await officer.review.settle(settled)
  expect(await words()).toContain('6月31日前整理档案')
  await officer.review.settle({ ...settled, remedied: true })
  expect(await words()).toContain('6月30日前整理档案')
  await officer.review.settle({ ...settled, state: 'open', note: null })
  expect(await words()).toContain('6月31日前整理档案')

  expect(await words()).toMatch(/^.+文件\s+〔/)
  expect(await words()).toMatch(/印发\s*$/)
  expect(await words('none')).not.toMatch(/文件\s|印发/)
})

test('the task table has a row for each task of the programme', async () => {
  const file = await house.as('officer').documents.taskTable({ id: programmeId })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  expect(workbook.worksheets[0]?.rowCount).toBeGreaterThan(2)
})

test('the wall chart is fetched as a picture', async () => {
  const file = await house.as('officer').documents.wallChart({ id: programmeId })
  expect((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).format).toBe('png')
})

test('a stranger fetches none of them', async () => {
  const stranger = house.as('stranger').documents
  await expect(stranger.plan({ id: planId })).rejects.toThrow(/not-found/)
  await expect(stranger.taskTable({ id: programmeId })).rejects.toThrow(/not-found/)
  await expect(stranger.wallChart({ id: programmeId })).rejects.toThrow(/not-found/)
})
