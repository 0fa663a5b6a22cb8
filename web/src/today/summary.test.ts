import { expect, test } from 'vitest'
import { say } from '../ui/i18n.ts'
import { summary } from './summary.ts'
import { todayWords } from './words.ts'

const t = say(todayWords)
const none = {
  ...{ late: 0, today: 0, decide: 0, soon: 0, waiting: 0, rounds: 0, cases: 0, plans: 0 },
  ...{ confirmed: 0, total: 0 },
}
const calm = { counts: none, soon: [], waiting: [] }

test('a day without work says so', () => {
  expect(summary(t, calm, true)).toBe('今天没有要交的，也没有迟的。')
})

test('what is due and what is late make one sentence', () => {
  expect(summary(t, { ...calm, counts: { ...none, today: 3, late: 1 } }, true)).toBe('今天要交 3 件，迟了 1 件。')
})

test('decisions and plans that wait are named', () => {
  expect(summary(t, { ...calm, counts: { ...none, decide: 2, plans: 1 } }, true)).toBe('等您定 2 件，1 份方案等核对。')
})

test('for whoever does no work of their own, what is to be decided comes first', () => {
  expect(summary(t, { ...calm, counts: { ...none, decide: 2, today: 5, late: 4 } }, false)).toBe(
    '等您定 2 件，迟了 4 件，今天到期 5 件。',
  )
})
