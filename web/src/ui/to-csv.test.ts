import { expect, test } from 'vitest'
import { toCsv } from './to-csv.ts'

test('a cell with a comma or a quotation mark is quoted', () => {
  expect(
    toCsv([
      ['姓名', '说明'],
      ['周敏', '她说"好",就做'],
    ]),
  ).toBe('姓名,说明\r\n周敏,"她说""好"",就做"')
})

test('no cell is taken for a formula', () => {
  expect(toCsv([['=1+1', '@x', '-2']])).toBe("'=1+1,'@x,'-2")
})
