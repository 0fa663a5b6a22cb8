import { expect, test } from 'vitest'
import { countdownText } from './countdown-text.ts'

test.each([
  ['2027年1月11日前组织县级验收', '组织县级验收'],
  ['5月底前，完成回头看', '完成回头看'],
  ['县级测评', '县级测评'],
  ['2027年1月31日', '2027年1月31日'],
])('%s is counted down to as %s', (text, said) => {
  expect(countdownText(text)).toBe(said)
})
