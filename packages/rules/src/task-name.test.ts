import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taskName } from './task-name.ts'

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

test('a task is never without a name', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter(text => /\p{L}/u.test(text)),
      text => taskName(text).trim() !== '',
    ),
  )
})
