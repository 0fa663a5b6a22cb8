import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { retold } from './in-words.ts'
import { samples } from './samples.testing.ts'

const found = (text: string, language: 'zh' | 'en') =>
  compile(text, { name: 'a.md', language }).plans.flatMap(plan => plan.diagnostics)

test.each(samples())('$code, kept in Chinese, is retold in English as it would have been told', ({ wrong }) => {
  const kept = found(wrong, 'zh')
  expect(kept.map(one => retold(one, 'en'))).toEqual(found(wrong, 'en').map(({ message }) => message))
})

test('a diagnostic of another release is told as it was kept', () => {
  const message = { what: '一', why: '二', fix: '三' }
  expect(retold({ code: 'of-another-day', params: {}, message }, 'en')).toEqual(message)
})
