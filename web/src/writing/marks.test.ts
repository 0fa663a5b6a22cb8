import { compile } from '@luoshi/plan-compiler/compile'
import { expect, test } from 'vitest'
import { marksIn, placeIn } from './marks.ts'

const plan = [
  '云溪县青禾街道照明整治方案',
  '一、经费安排',
  '路灯更换12万元、线路改造8万元、维护9万元,合计27万元。',
].join('\n')

test('what does not add up is marked where it stands, with the one right answer to put there', () => {
  const mark = marksIn(compile(plan, { name: 'a' }), plan, '改为').find(({ actions }) =>
    actions?.some(({ name }) => name.includes('29')),
  )
  expect(mark && plan.slice(mark.from, mark.to)).toContain('27')
})

test('a mark finds its words again in a text that the compiler cleaned', () => {
  const typed = `\u3000\u3000${plan}`
  const compilation = compile(typed, { name: 'a' })
  for (const mark of marksIn(compilation, typed, '改为')) {
    expect(compilation.text).toContain(typed.slice(mark.from, mark.to))
  }
})

test('of two places with the same words the nearer one is meant', () => {
  expect(placeIn('甲乙甲乙', '甲乙 甲乙', { start: 3, end: 5 })).toEqual({ from: 2, to: 4 })
  expect(placeIn('丙', '甲', { start: 0, end: 1 })).toBeNull()
})
