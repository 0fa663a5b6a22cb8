import { EditorState } from '@codemirror/state'
import { samples } from '@luoshi/plan-compiler/4-check/samples.testing'
import { compile } from '@luoshi/plan-compiler/compile'
import { describe, expect, test } from 'vitest'
import { changesFor, finderIn, marksIn } from './marks.ts'

const plan = [
  '云溪县青禾街道照明整治方案',
  '一、经费安排',
  '路灯更换12万元、线路改造8万元、维护9万元,合计27万元,于2026年4月31日前拨付。',
].join('\n')

test('what does not add up is marked where it stands, with the one right answer to put there', () => {
  const mark = marksIn(compile(plan, { name: 'a' }), plan, '改为').find(({ actions }) =>
    actions?.some(({ name }) => name.includes('4月30日')),
  )
  expect(mark && plan.slice(mark.from, mark.to)).toBe('2026年4月31日')
})

test('a mark finds its words again in a text that the compiler cleaned', () => {
  const typed = `\u3000\u3000${plan.replaceAll('\n', '\n\n\u3000\u3000')}`
  const compilation = compile(typed, { name: 'a' })
  const marks = marksIn(compilation, typed, '改为')
  expect(marks).not.toEqual([])
  for (const mark of marks) expect(compilation.text).toContain(typed.slice(mark.from, mark.to))
})

test('of two places with the same words the one that was judged is meant', () => {
  const find = finderIn({ text: '甲乙\n甲乙' }, '甲乙 \n\n 甲乙')
  expect(find({ start: 3, end: 5 })).toEqual({ from: 6, to: 8 })
  expect(finderIn({ text: '甲' }, '丙')({ start: 0, end: 1 })).toBeNull()
})

test('words that something was left out of are not changed', () => {
  const remedy = { span: { start: 0, end: 2 }, text: '丙' }
  expect(changesFor({ remedy }, '甲乙', '甲(jiǎ)乙', finderIn({ text: '甲乙' }, '甲(jiǎ)乙'))).toBeNull()
})

const remedied = samples().filter(({ wrong }) =>
  compile(wrong, { name: 'a' }).plans.some(({ diagnostics }) => diagnostics.some(({ remedy }) => remedy)),
)

describe.each(remedied)('one click on $code', ({ code, wrong }) => {
  const typed = `\u3000\u3000${wrong.replaceAll('\n', '\n\u3000\u3000')}`

  test('puts it right in the text as typed, all its changes in one', () => {
    const compilation = compile(typed, { name: 'a' })
    const find = finderIn(compilation, typed)
    const [changes] = compilation.plans.flatMap(({ diagnostics }) =>
      diagnostics.flatMap(one => (one.code === code ? [changesFor(one, compilation.text, typed, find)] : [])),
    )
    const state = EditorState.create({ doc: typed })
    const after = state.update({ changes: [...(changes ?? [])] }).state.doc.toString()
    expect(after).not.toBe(typed)
    expect(compile(after, { name: 'a' }).plans.flatMap(one => one.diagnostics)).toEqual([])
  })
})
