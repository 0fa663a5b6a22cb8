import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdf } from './read-pdf.ts'

const sample = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(import.meta.dirname, '../samples', name)))

test('sentences broken over lines, columns and pages are whole again, and running heads and page numbers are gone', async () => {
  const read = await readPdf(await sample('two-columns.pdf'))
  if (read.kind !== 'read') throw new Error(read.reason)
  const lines = read.text.split('\n')
  expect(lines[0]).toBe('云溪县柳河街道窗口服务提升方案')
  expect(lines.map(line => line.slice(0, 6))).toEqual(
    [
      '云溪县柳河街',
      '为让群众少跑',
      '一、工作目标',
      '到12月底',
      '二、重点任务',
      '(一)统一标',
      '(二)延时服',
      '(三)帮办代',
      '(四)培训。',
      '三、实施步骤',
      '第一阶段:动',
      '第二阶段:全',
      '第三阶段:总',
    ].map(start => expect.stringMatching(new RegExp(`^${start.replace(/[()]/g, '\\$&')}`))),
  )
  expect(lines[8]).toMatch(/纳入年度总结。$/)
})

test('the page and the paragraph of every word are known', async () => {
  const read = await readPdf(await sample('two-columns.pdf'))
  if (read.kind !== 'read') throw new Error(read.reason)
  const first = read.places.filter(({ paragraph }) => paragraph === 1)
  expect(first.map(({ page, start }) => [page, read.text.slice(start, start + 6)])).toEqual([
    [1, '云溪县柳河街'],
    [2, '三、实施步骤'],
  ])
})

test('a font that hands out radicals for characters is read as the characters', async () => {
  const read = await readPdf(await sample('two-columns.pdf'))
  expect(read).toMatchObject({ kind: 'read', text: expect.not.stringMatching(/[\u2e80-\u2fd5]/) })
})

test('a picture of a document is refused as scanned', async () => {
  expect(await readPdf(await sample('scanned.pdf'))).toEqual({ kind: 'refused', reason: 'scanned' })
})

test('a document that is cut off or damaged is read as far as it goes or refused, never thrown', async () => {
  const whole = await sample('scanned.pdf')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), fc.nat(255), async (cut, place, byte) => {
      const damaged = whole.slice(0, cut)
      if (place < cut) damaged[place] = byte
      expect(['read', 'refused']).toContain((await readPdf(damaged)).kind)
    }),
    { numRuns: 40 },
  )
})
