import { expect, test } from 'vitest'
import { milestoneName } from './milestone-name.ts'

test('the date a milestone begins with is left out', () => {
  expect(milestoneName('2027年1月31日前完成迎检准备')).toBe('完成迎检准备')
  expect(milestoneName('12月底前，组织县级验收')).toBe('组织县级验收')
})

test('what says nothing without its date keeps it', () => {
  expect(milestoneName('于2026年11月8日前完成')).toBe('于2026年11月8日前完成')
})

test('a date in the middle stays', () => {
  expect(milestoneName('县级验收（1月11日）')).toBe('县级验收（1月11日）')
})
