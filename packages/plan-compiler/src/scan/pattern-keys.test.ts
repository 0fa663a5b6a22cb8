import { expect, test } from 'vitest'
import { certainOf } from './pattern-keys.ts'

const keysOf = (pattern: RegExp): readonly string[] => [...(certainOf(pattern)?.keys ?? [])].sort()

test('the keys of a pattern are one of its words each, two characters of it, the rarest', () => {
  expect(keysOf(/摘牌|工作专班/)).toEqual(['专班', '摘牌'])
  expect(keysOf(/(?:省|市)[^,]?通报/)).toEqual(['通报'])
  expect(keysOf(/取消[^,。]{0,9}(?:称号|资格)/)).toEqual(['取消'])
  expect(keysOf(/[元圆]整?/)).toEqual(['元', '圆'])
})

test('what may be missing is no key', () => {
  expect(keysOf(/(?:牵头)?/)).toEqual([])
  expect(keysOf(/(?:牵头)*摘牌/)).toEqual(['摘牌'])
  expect(keysOf(/摘牌(?=通报)(?<!称号)/)).toEqual(['摘牌'])
  expect(keysOf(/[\u4e00-\u9fff]{2}|摘牌/)).toEqual([])
})

test('what begins or ends every match is known where a pattern looks at one place', () => {
  expect(certainOf(/^(?:各|有关)?部门/)).toMatchObject({ opens: true, firsts: '各有部' })
  expect(certainOf(/(?:负责|落实)[。;]?$/)).toMatchObject({ closes: true, lasts: expect.stringContaining('责') })
  expect(certainOf(/^各|部门/)).toMatchObject({ opens: false })
  expect(certainOf(/^.?各/)?.firsts).toBeNull()
})

test('a pattern stays in a line unless it can match a break or looks for one', () => {
  const stays = [/摘牌[^,\n]{2}/, /摘牌.{2}/, /(?<![\d.])摘牌/].map(pattern => certainOf(pattern)?.inLine)
  const leaves = [/摘牌[^,]{2}/, /^摘牌/, /摘牌\s/, /(?<=[,\n])摘牌/].map(pattern => certainOf(pattern)?.inLine)
  expect([stays, leaves]).toEqual([
    [true, true, true],
    [false, false, false, false],
  ])
})

test('of a pattern whose signs mean something else nothing is certain', () => {
  expect([certainOf(/摘牌/i), certainOf(/^摘牌/m), certainOf(/摘牌/u)]).toEqual([null, null, null])
})
