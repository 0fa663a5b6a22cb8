import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Task } from './plan.ts'

const tasksOf = (...lines: readonly string[]): readonly Task[] =>
  compile(['青禾街道平安楼道整治方案', ...lines].join('\n'), { name: 'sample' }).plans[0]?.tasks ?? []

const owned = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(({ lead, responsible, support }) => lead.length + responsible.length + support.length > 0)

test('a post with its holder and an office in a bracket is no task', () => {
  const tasks = tasksOf(
    '一、组织领导',
    '成立整治工作领导小组。',
    '组长:陈远航(街道党工委书记)',
    '副组长:李素琴(街道办事处副主任)',
    '成员:各社区书记',
  )
  expect(owned(tasks)).toEqual([])
})

test('leaders and members told in one sentence are no task', () => {
  expect(
    owned(
      tasksOf(
        '一、组织领导',
        '成立领导小组,由街道办事处主任陈远航任组长,副主任李素琴任副组长,城管科、物业科、平安办主要负责人为成员。',
      ),
    ),
  ).toEqual([])
})

test('who closes an item with being in charge is a party to all that its sentences ask for', () => {
  const tasks = tasksOf(
    '三、重点任务',
    '(一)整治楼道。物业公司每周清理一次楼道。社区每月张贴一次通报。由环境委员负责。',
  )
  expect(tasks.map(({ responsible }) => responsible)).toEqual([
    ['物业公司', '环境委员'],
    ['社区', '环境委员'],
  ])
  expect(tasks.at(-1)?.text).toContain('由环境委员负责')
})

test('a limit by which the work is done belongs to the work', () => {
  const tasks = tasksOf('三、重点任务', '(一)补齐照明。各社区更换损坏的楼道灯,2026年6月20日前完成。')
  expect(tasks.map(({ responsible, due }) => [responsible, due?.end])).toEqual([[['各社区'], '2026-06-20']])
})

test('bodies whose names begin or end like a deed act too', () => {
  const tasks = tasksOf(
    '三、重点任务',
    '(一)派出所、各社区利用广播讲解防骗知识。',
    '(二)纪检委员每季度组织一次廉政教育。',
    '(三)秩序整治组清洗墙面小广告。',
  )
  expect(tasks.map(({ responsible }) => responsible)).toEqual([['派出所', '各社区'], ['纪检委员'], ['秩序整治组']])
})
