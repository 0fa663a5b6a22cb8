import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'

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
