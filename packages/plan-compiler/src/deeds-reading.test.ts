import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'

const read = (...lines: readonly string[]): Plan => {
  const [plan] = compile(['青禾街道楼道整治方案', ...lines].join('\n'), { name: 'sample' }).plans
  if (!plan) throw new Error('no plan was read')
  return plan
}

test('BUDGET-1 a sum repeated in capitals in a bracket is one sum', () => {
  expect(read('五、经费预算', '楼道灯 36000元', '合计52000元(伍万贰仟元整)').budget.map(b => b.yuan)).toEqual([
    36000, 52000,
  ])
})

test('BUDGET-2 what is given by the head or taken is no budget', () => {
  const { budget, consequences } = read(
    '五、保障措施',
    '街道安排奖补资金30万元。对前三名的社区分别奖励3000元、2000元、1000元,值班脱岗的每次扣50元。',
  )
  expect(budget.map(b => b.yuan)).toEqual([300000])
  expect(consequences.map(c => c.kind)).toContain('reward')
  expect(consequences.map(c => c.kind)).toContain('penalty')
})

test('CONSEQUENCE-2 what is taken back, barred or handed over is a penalty', () => {
  const { consequences } = read(
    '五、保障措施',
    '仍不合格的,撤销称号,收回牌匾。',
    '未完成任务的楼栋不得参加“和美楼栋”评选。',
    '拒不改正的,移交消防部门依法查处。',
  )
  expect(consequences.map(c => c.kind)).toEqual(['penalty', 'penalty', 'penalty'])
})

test('CONSEQUENCE-2 a case alone, and points of a scoring table, are no consequence', () => {
  const { consequences } = read(
    '第五条 有下列情形之一的,不列入名单:',
    '(一)负责人受到处分未满两年的;',
    '(二)发生责任事故的。',
    '考核项目\t标准\t分值',
    '楼道整洁\t每缺一项扣2分\t20',
  )
  expect(consequences).toEqual([])
})

test('BUDGET-1 what a sum is for may stand before a colon or in the clause before', () => {
  const { budget } = read('五、活动预算', '1. 场地租赁:500元', '2. 购置灯具100盏,共8000元。')
  expect(budget.map(b => [b.item, b.yuan])).toEqual([
    ['场地租赁', 500],
    ['购置灯具100盏', 8000],
  ])
})

test('MILESTONE-1 a closing date is a limit', () => {
  expect(read('二、报名', '报名截止到4月10日。').milestones.map(m => m.date)).toEqual(['04-10'])
})

test('CONSEQUENCE-1 a flag is a reward; a review of the work is no penalty', () => {
  const deeds = read(
    '五、奖惩',
    '对按期完成的社区授予流动红旗。',
    '街道每季检讨执行情形一次。',
    '作出书面检讨。',
  ).consequences
  expect(deeds.map(({ kind }) => kind)).toEqual(['reward', 'penalty'])
})
