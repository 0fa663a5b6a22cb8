import { expect, test } from 'vitest'
import { hanValue, readNumber } from './numerals.ts'

test('NUM-1 Chinese numerals are read by place value, or digit by digit where no unit is written', () => {
  expect(['三', '十二', '二十', '一百零五', '两千三百', '三万二千', '二〇二四'].map(hanValue)).toEqual([
    3, 12, 20, 105, 2300, 32000, 2024,
  ])
})

test('NUM-2 capital numerals have the value of the plain ones', () => {
  expect(['壹拾贰', '陆拾万', '叁佰贰拾', '伍仟元'.slice(0, 2)].map(hanValue)).toEqual([12, 600_000, 320, 5000])
})

test('NUM-3 Arabic digits may be grouped, have decimals and be multiplied by a written unit', () => {
  expect(readNumber('1,250名', 0)?.value).toBe(1250)
  expect(readNumber('98.5%', 0)?.value).toBe(98.5)
  expect(readNumber('1.5万元', 0)?.value).toBe(15_000)
})

test('NUM-4 a masked number is a number without a value', () => {
  expect(readNumber('xx%', 0)).toEqual({ value: null, end: 2, written: 'masked' })
  expect(readNumber('xx0%', 0)).toEqual({ value: null, end: 3, written: 'masked' })
})

test('NUM-5 what is no number is read as none', () => {
  expect(readNumber('社区', 0)).toBeNull()
  expect(hanValue('')).toBeNull()
})
