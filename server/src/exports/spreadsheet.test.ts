import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { textsOf } from '../imports/workbook.testing.ts'
import { spreadsheet } from './spreadsheet.ts'
import type { Cell } from './table.ts'

const columns = Array.from({ length: 28 }, (_, at) => ({ words: `第${at + 1}列`, width: 10 }))

async function* pagesOf(...pages: (readonly Cell[])[][]) {
  yield* pages
}

const read = async (...pages: (readonly Cell[])[][]) =>
  textsOf((await buffer(spreadsheet({ name: '问题：一/二', columns, pages: pagesOf(...pages) }))).buffer as ArrayBuffer) // of its own

test('a spreadsheet has its headings, its rows in order over all pages, and its numbers', async () => {
  const wide = Array.from({ length: 28 }, (_, at) => `格${at}`)
  const sheets = await read([['甲', 1.5, null, '丁']], [], [wide])
  expect(Object.keys(sheets)).toEqual(['问题：一 二'])
  expect(sheets['问题：一 二']).toEqual([columns.map(({ words }) => words), ['甲', '1.5', undefined, '丁'], wide])
})

test('what XML has signs for is escaped, what it cannot write is left out, and no cell is a formula', async () => {
  const rows = (await read([['<b>&"甲\n乙"</b>', '=1+1', '\u0000甲\u0008\ud800', ' 乙 ']]))['问题：一 二']
  expect(rows?.[1]).toEqual(['<b>&"甲\n乙"</b>', '=1+1', '甲\ufffd', ' 乙 '])
})

test('whoever goes away in the middle ends the reading of the list', async () => {
  const ended = Promise.withResolvers<string>()
  let hasBegun = false
  async function* endless(): AsyncGenerator<(readonly Cell[])[]> {
    try {
      for (;;) {
        hasBegun = true
        yield Array.from({ length: 250 }, () => columns.map(() => String(Math.random())))
      }
    } finally {
      ended.resolve('ended')
    }
  }
  for await (const _ of spreadsheet({ name: '问题', columns, pages: endless() })) if (hasBegun) break
  expect(await ended.promise).toBe('ended')
})

test('a list that breaks off breaks the spreadsheet off', async () => {
  async function* broken(): AsyncGenerator<(readonly Cell[])[]> {
    yield [['甲']]
    throw new Error('The database is gone')
  }
  await expect(buffer(spreadsheet({ name: '问题', columns, pages: broken() }))).rejects.toThrow('The database is gone')
})
