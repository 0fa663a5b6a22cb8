import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CellCode, cellMessage, cellWords } from './cell-words.ts'

const sources = readdirSync(import.meta.dirname)
  .filter(name => name.startsWith('place-') || name === 'tree.ts' || name === 'read-workbook.ts')
  .map(name => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

test('every message about a cell can be met, and speaks of the same in both languages', () => {
  const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').sort()
  for (const [code, { zh, en }] of Object.entries(cellWords)) {
    expect(sources).toContain(`'${code}'`)
    expect([code, ...namesIn(zh)]).toEqual([code, ...namesIn(en)])
  }
})

test('a message names what it is about', () => {
  const wrong = { code: 'ambiguous' as CellCode, params: { count: 2, name: '柳荫社区' } }
  expect(cellMessage(wrong, 'zh')).toBe('有 2 个单位叫“柳荫社区”。请写成“上级/单位”')
  expect(cellMessage(wrong, 'en')).toBe('2 units are called “柳荫社区”. Write it as “parent/unit”')
})
