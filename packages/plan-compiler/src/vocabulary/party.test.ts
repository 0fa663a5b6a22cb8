import { describe, expect, test } from 'vitest'
import { namesIn, readSubject, readWholly } from './party.ts'
import { bracketedIn } from './party-brackets.ts'
import { labelledIn } from './party-labels.ts'

const names = (text: string) => readSubject(text, 0, text.length)?.names ?? null

describe('PARTY-1 a clause that opens with a body and goes on with what it must do names a doer', () => {
  test.each([
    ['各镇(街道)要压实责任', ['各镇(街道)']],
    ['县住建局将开展抽查', ['县住建局']],
    ['网格员每天巡查楼道', ['网格员']],
    ['领导小组定期召开会议', ['领导小组']],
    ['各物业公司的负责人是第一责任人', ['各物业公司的负责人']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('PARTY-2 a list of doers is taken apart', () => {
  test.each([
    ['各社区、物业公司和驻区单位要参与', ['各社区', '物业公司', '驻区单位']],
    ['公安、城管、民政等部门要配合', ['公安', '城管', '民政']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('PARTY-3 a place, a quality or a thing done names no doer', () => {
  test.each([
    '社区环境干净整洁',
    '小区居民底数清楚',
    '社区建立了工作台账',
    '党员教育培训工作扎实',
    '加强社区管理',
    '居民要爱护花草',
  ])('%s', text => expect(names(text)).toBeNull())
})

test('PARTY-4 labels say who leads, who is responsible and who helps', () => {
  const text = '整治停车秩序。(牵头单位:交警大队;责任单位:各社区、城管中队;配合单位:物业公司;完成时限:6月底前)'
  expect(labelledIn(text, 0, text.length).map(l => [l.role, l.names])).toEqual([
    ['lead', ['交警大队']],
    ['responsible', ['各社区', '城管中队']],
    ['support', ['物业公司']],
    ['due', ['6月底前']],
  ])
})

test('PARTY-5 a bracket may name parties without a label', () => {
  const text = '整治占道经营。(县城管局牵头,各社区配合)'
  expect(bracketedIn(text, 0, text.length).map(l => [l.role, l.names])).toEqual([
    ['lead', ['县城管局']],
    ['support', ['各社区']],
  ])
  expect(bracketedIn('设置宣传栏(含电子屏)。', 0, 12)).toEqual([])
})

test('PARTY-6 masked names are left out, and a body whose name holds 和 stays whole', () => {
  expect(namesIn('XXX、政法和社会管理局、各社区和物业公司')).toEqual(['政法和社会管理局', '各社区', '物业公司'])
})

test('PARTY-7 a heading that is nothing but a name is a unit', () => {
  expect(readWholly('宣传科', 0, 3)).toEqual(['宣传科'])
  expect(readWholly('宣传发动', 0, 4)).toBeNull()
})
