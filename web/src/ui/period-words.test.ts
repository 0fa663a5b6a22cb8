import { expect, test } from 'vitest'
import { say } from './i18n.ts'
import { periodWords } from './period-words.ts'
import { uiWords } from './words.ts'

test.each([
  ['2026-05-14', '5 月 14 日'],
  ['2026-05-14#2', '5 月 14 日第 2 次'],
  ['2026-W21', '第 21 周'],
  ['2026-05', '5 月'],
  ['2026-Q2', '第 2 季度'],
  ['2026-H1', '上半年'],
  ['2026-term-autumn', '秋季学期'],
  ['2026-winter', '冬季'],
  ['2026', '2026 年'],
  ['something-else', 'something-else'],
])('the period %s is called %s', (key, word) => {
  expect(periodWords(say(uiWords), key)).toBe(word)
})
