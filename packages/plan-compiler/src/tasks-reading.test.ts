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

const parties = (tasks: readonly Task[]) => owned(tasks).map(t => [t.lead, t.responsible, t.support])

test('PARTY-8 units that no word marks as such are known by the company they keep', () => {
  const tasks = tasksOf(
    '二、岗位职责',
    '2.1 项目经理:对小区秩序负总责。',
    '2.2 物业科:负责排班和培训。',
    '2.3 门岗:24小时值守,外来车辆登记后放行。',
    '2.4 监控台:实时查看画面,发现异常三分钟内通知门岗。',
  )
  expect(tasks.map(t => t.responsible)).toEqual([['项目经理'], ['物业科'], ['门岗'], ['监控台']])
})

test('PARTY-8 labels of what is told are no units, even beside units', () => {
  const tasks = tasksOf('二、活动安排', '活动时间:5月10日上午。', '活动地点:东门广场。', '参加人员:全体楼长。')
  expect(owned(tasks)).toEqual([])
})

test('PARTY-9 a level alone acts, and a limit may stand before the verb', () => {
  expect(parties(tasksOf('三、重点任务', '(一)街道召开动员会,各社区3月25日前召开居民会议。'))).toEqual([
    [[], ['街道'], []],
    [[], ['各社区'], []],
  ])
})

test('PARTY-10 a bracket with a limit, a label after a dash, and labels in heavy brackets name parties', () => {
  const tasks = tasksOf(
    '三、重点任务',
    '(一)疏通沟渠五公里。(水务站、各村负责,5月10日前完成)',
    '(二)拆除废弃棚屋。——责任单位:规划所、各村',
    '(三)清理楼道杂物。【责任领导:陈远航;责任单位:环卫所;完成时限:4月20日】',
  )
  expect(parties(tasks)).toEqual([
    [[], ['水务站', '各村'], []],
    [[], ['规划所', '各村'], []],
    [['陈远航'], ['环卫所'], []],
  ])
  expect(tasks.map(t => t.due?.end)).toEqual(['05-10', undefined, '04-20'])
})

test('TASK-7 setting up a body, the name of an item and a chain of steps are no tasks', () => {
  expect(owned(tasksOf('二、组织领导', '医院成立优质服务工作领导小组。'))).toEqual([])
  expect(owned(tasksOf('二、创建步骤', '各科室自查→申报→办公室验收→命名。'))).toEqual([])
  expect(owned(tasksOf('三、重点任务', '(一)街道初审。街道办事处组织人员查看现场。')).map(t => t.responsible)).toEqual([
    ['街道办事处'],
  ])
  expect(owned(tasksOf('二、组织领导', '各单位要成立工作小组。'))).toHaveLength(1)
})

test('handing in is no name, and what is supplied may have names of one character', () => {
  expect(parties(tasksOf('三、重点任务', '(一)各社区制定方案,于2026年3月15日前报街道办备案。'))).toEqual([
    [[], ['各社区'], []],
    [[], ['各社区'], []],
  ])
  expect(parties(tasksOf('三、重点任务', '(一)水、电、气、通信等管线单位要同步改造。'))).toEqual([
    [[], ['水', '电', '气', '通信'], []],
  ])
})

test('TASK-4 a row of a schedule is due in its month, and the title is no part of the first', () => {
  const tasks = owned(tasksOf('3月:开展志愿服务。责任人:青年委员', '4月:清扫楼道。责任人:宣传委员'))
  expect(tasks.map(t => [t.text.slice(0, 2), t.due?.start, t.due?.end])).toEqual([
    ['3月', '03-01', '03-31'],
    ['4月', '04-01', '04-30'],
  ])
})

const head = '序号\t工作任务\t牵头单位\t完成时限'

test('TASK-5 a row over all columns of a table of tasks opens no section', () => {
  const tasks = tasksOf(
    '一、重点任务',
    head,
    '一、照明',
    '1\t更换楼道灯\t物业科\t3月底前',
    '二、保洁',
    '2\t清运堆物\t城管科\t4月底前',
    '二、工作要求',
    '压实责任。',
  )
  expect(owned(tasks).map(({ text, lead, due }) => [text, lead, due?.end])).toEqual([
    ['更换楼道灯', ['物业科'], '03-31'],
    ['清运堆物', ['城管科'], '04-30'],
  ])
})

test('TASK-5 before a new head the line between two tables is a heading', () => {
  const tasks = tasksOf(
    '一、春季任务',
    head,
    '1\t更换楼道灯\t物业科\t3月底前',
    '二、秋季任务',
    head,
    '1\t清运堆物\t城管科\t9月底前',
  )
  expect(tasks.map(({ section }) => section)).toEqual(['一', '二'])
})

test('TASK-7 a heading, and words that only lead to the table below, are no task', () => {
  const row = '1\t更换楼道灯\t物业科\t3月底前'
  expect(tasksOf('一、任务分解', head, row)).toHaveLength(1)
  expect(tasksOf('一、重点任务', '各项任务按照下表分工落实。', '楼道整治任务分解表', head, row)).toHaveLength(1)
})

test('TASK-5 headings between tables of as many columns are headings', () => {
  const tasks = tasksOf(
    '一、组织机构',
    '职务\t姓名\t单位职务',
    '组长\t陈远航\t办事处主任',
    '二、任务清单',
    '工作任务\t责任单位\t完成时限',
    '更换楼道灯\t物业科\t三月底前',
  )
  expect(tasks.map(({ section, text }) => [section, text])).toEqual([['二', '更换楼道灯']])
})

test('PARTY-11 a season or an hour may stand between who acts and the verb', () => {
  const tasks = tasksOf(
    '三、重点任务',
    '(一)街道应急办汛期实行24小时值班。',
    '(二)保安队夜间巡查楼道。',
    '(三)各社区每晚八点前把情况报街道。',
  )
  expect(owned(tasks).map(({ responsible }) => responsible)).toEqual([['街道应急办'], ['保安队'], ['各社区']])
})

test('PARTY-10 a label of another kind of unit is no doer', () => {
  const tasks = tasksOf('一、拆违行动', '指导单位:县住建局', '牵头单位:综合执法队', '攻坚单位:各社区、派出所')
  expect(owned(tasks).map(({ lead, responsible }) => [lead, responsible])).toEqual([
    [['综合执法队'], ['各社区', '派出所']],
  ])
})

test('TASK-4 a limit in a sentence that names nobody is that of the work before it', () => {
  const tasks = tasksOf(
    '三、重点任务',
    '(一)补齐照明。物业科制定更换标准。2026年9月底前全部更换。',
    '(二)清运。城管科清运堆物。',
  )
  expect(owned(tasks).map(({ responsible, due }) => [responsible, due?.end])).toEqual([
    [['物业科'], '2026-09-30'],
    [['城管科'], undefined],
  ])
})
