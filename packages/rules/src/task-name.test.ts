import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taskName, taskParts } from './task-name.ts'

test('a task that begins with a heading is called by it', () => {
  expect(taskName('清理楼道堆物。各社区逐栋登记,5月20日前清理完毕。(牵头单位:城管科;责任单位:各社区)')).toBe(
    '清理楼道堆物',
  )
})

test('a task without a heading is called by its sentence, its parties left out', () => {
  expect(taskName('各社区利用宣传栏宣传楼道安全知识,每个楼栋张贴明白卡(责任单位:各社区)')).toBe(
    '各社区利用宣传栏宣传楼道安全知识,每个楼栋张贴明白卡',
  )
  expect(taskName('对不亮的楼道灯逐盏登记、更换,于11月22日前完成。 责任单位:各物业服务企业')).toBe(
    '对不亮的楼道灯逐盏登记、更换,于11月22日前完成',
  )
})

test('a short sentence that is all there is stays as it is', () => {
  expect(taskName('召开动员会。')).toBe('召开动员会')
  expect(taskName('责任单位:各社区')).toBe('责任单位:各社区')
})

test('brackets and colons are known in both widths', () => {
  expect(taskName('清理各类楼道堆物，逐栋登记造册，当日清运（责任单位：各社区）')).toBe(
    '清理各类楼道堆物，逐栋登记造册，当日清运',
  )
  expect(taskName('责任单位：各社区')).toBe('责任单位：各社区')
})

test('a heading is shown apart from what follows it', () => {
  expect(taskParts('清理堆物。逐栋清理，当日清运。')).toEqual({ head: '清理堆物', rest: '逐栋清理，当日清运。' })
  expect(taskParts('摸清底数：逐栋登记造册')).toEqual({ head: '摸清底数', rest: '逐栋登记造册' })
  expect(taskParts('清理楼道堆物。')).toEqual({ head: '清理楼道堆物', rest: '' })
})

test('a time of day is not cut in two', () => {
  expect(taskName('每周五12:00前报送进展')).toBe('每周五12:00前报送进展')
  expect(taskName('每周五12：00前报送进展')).toBe('每周五12：00前报送进展')
})

test('a task is never without a name', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter(text => /\p{L}/u.test(text)),
      text => taskName(text).trim() !== '',
    ),
  )
})
