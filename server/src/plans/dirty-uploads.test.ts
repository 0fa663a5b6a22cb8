import { maliciousFiles } from '@luoshi/plan-compiler/1-read/malicious.testing'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { compileInWorker } from './compile-in-worker.ts'
import { samplePlan } from './plan.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const office = () => house.as('officer')

const handIn = async (bytes: Uint8Array, name: string) => {
  const { id } = await office().plans.import({
    unitId: house.seeded.units.county.id,
    file: new File([bytes.slice()], name),
  })
  await house.runJobs()
  return { id, reading: await office().plans.reading({ id }) }
}

const row = (...cells: readonly string[]): TableRow =>
  new TableRow({ children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })

test('what was read from a Word file leads back to its paragraph, or to its table, row and cell', async () => {
  const plan = new Document({
    sections: [
      {
        children: [
          ...samplePlan.split('\n').map(text => new Paragraph(text)),
          new Paragraph('五、任务分工'),
          new Table({
            rows: [row('工作任务', '责任单位', '完成时限'), row('更换楼道灯泡', '县住建局', '2026年5月20日前')],
          }),
        ],
      },
    ],
  })
  const { id } = await handIn(new Uint8Array(await Packer.toBuffer(plan)), '方案.docx')
  const { text, places, items } = await office().review.get({ id })
  const placeOf = (words: string) => {
    const item = items.find(({ content }) => String(content.text).includes(words))
    return places.findLast(({ start }) => start <= (item?.span?.start ?? -1))
  }
  expect(placeOf('更换楼道灯泡')).toMatchObject({ table: 1, row: 2, cell: 1 })
  const paragraphs = samplePlan.split('\n').filter(line => line !== '')
  const paragraph = paragraphs.findIndex(line => line.includes('逐栋登记造册')) + 1
  expect(placeOf('逐栋登记造册')).toMatchObject({ paragraph })
  for (const { start } of places) expect(start).toBeLessThan(text.length)
})

test('several plans in one document keep their places', async () => {
  const second = samplePlan.replaceAll('楼道环境整治', '集贸市场秩序整治').replaceAll('楼道', '市场')
  const document = `${samplePlan}\n\n${second}`
  const { id } = await handIn(new TextEncoder().encode(document), '两份.txt')
  const { items } = await office().plans.list({ q: '集贸市场' })
  for (const planId of [id, items[0]?.id ?? '']) {
    const { text, places } = await office().review.get({ id: planId })
    const lines = document.split('\n')
    expect(places[0]?.start).toBe(0)
    for (const { start, line } of places)
      expect(text.slice(start)).toContain(lines[(line ?? 0) - 1]?.trim().slice(0, 8))
  }
})

const refused = [
  ['an archive that swells a thousandfold', /展开/],
  ['an archive that says it holds two gigabytes', /展开/],
  ['pages of a PDF that hold themselves', /损坏|扫描/],
  ['a packed font without end', /损坏/],
] as const

test.each(refused)('%s is refused in both languages, and loses nothing', async (what, sentence) => {
  const made = maliciousFiles[what]?.()
  if (!made) throw new Error(what)
  const before = await handIn(new TextEncoder().encode(samplePlan), '好.txt')
  const { reading, id } = await handIn(made.bytes, made.name)
  expect(reading.status).toBe('failed')
  expect(reading.failure?.zh.title).toMatch(sentence)
  expect(reading.failure?.en.detail).toMatch(/^[A-Z][^\u4e00-\u9fff]{10,}\.$/)
  expect(await office().plans.get({ id })).toMatchObject({ status: 'failed', sourceName: made.name })
  expect(await office().plans.get({ id: before.id })).toMatchObject({ status: 'review' })
})

test('a document that takes too long or wants too much memory is given up', async () => {
  const words = new TextEncoder().encode(samplePlan.repeat(3000))
  const request = { bytes: words, name: '长.txt', year: null }
  const limits = [
    [{ milliseconds: 1, megabytes: 512 }, 'too-long'],
    [{ milliseconds: 60_000, megabytes: 24 }, 'too-large'],
  ] as const
  for (const [limit, reason] of limits)
    expect(await compileInWorker(request, () => {}, limit)).toMatchObject({ kind: 'refused', reason })
})
