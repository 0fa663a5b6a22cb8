import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { brokenPromise } from './broken-promise.ts'
import { randomPlan } from './random-plan.ts'

test('six hundred random documents are read without a throw, with every span inside its text', () => {
  const broken = Array.from(
    { length: 600 },
    (_, seed) => [seed, brokenPromise(compile(randomPlan(seed), { name: `${seed}` }))] as const,
  )
  expect(broken.filter(([, promise]) => promise !== null)).toEqual([])
})

test('the same document is read the same way twice', () => {
  for (const seed of [7, 77, 777]) {
    expect(compile(randomPlan(seed), { name: 'a' })).toEqual(compile(randomPlan(seed), { name: 'a' }))
  }
})

test('a span outside its text, a wordless diagnostic and a sum that is no number are each found', () => {
  const sound = compile('一、目标\n清理楼道。', { name: 'a' })
  const [plan] = sound.plans
  if (!plan) throw new Error('no plan was read')
  const stray = { ...plan, references: [{ title: '《甲》', number: null, span: { start: 0, end: 9999 } }] }
  expect(brokenPromise({ ...sound, plans: [stray] })).toMatch(/outside/)
  const endless = { ...plan, budget: [{ item: '甲', yuan: Number.POSITIVE_INFINITY, span: plan.span }] }
  expect(brokenPromise({ ...sound, plans: [endless] })).toMatch(/no number/)
  const places = [{ start: 3 }, { start: 1 }]
  expect(brokenPromise({ ...sound, source: { ...sound.source, places } })).toMatch(/out of order/)
  expect(brokenPromise(sound)).toBeNull()
})
