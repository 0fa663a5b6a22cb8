import { expect, test } from 'vitest'
import { compile } from './compile.ts'

const stepsOf = (...lines: readonly string[]): readonly (readonly [string, string | null])[] =>
  (compile(['河湾县“清雅庭院”评选办法', ...lines].join('\n'), { name: 'sample' }).plans[0]?.procedure ?? []).map(
    ({ step, actor }) => [step, actor],
  )

test('PROCEDURE-3 an item named after a step is that step, whatever words tell it', () => {
  expect(
    stepsOf(
      '第三章 程序',
      '第六条 评选按照以下程序进行:',
      '(一)自愿申报。各村填写登记表,送交镇妇联。',
      '(二)部门联审。县妇联听取公安、信访等部门的意见。',
      '(三)社会公示。名单在县融媒体中心公示5天。',
    ),
  ).toEqual([
    ['apply', '各村'],
    ['review', '县妇联'],
    ['notice', null],
  ])
})

test('PROCEDURE-3 a chain of steps has a step at each arrow', () => {
  expect(stepsOf('二、评选步骤', '各村自评→镇妇联初审→县妇联验收→授牌。').map(([step]) => step)).toEqual([
    'self-score',
    'review',
    'inspect',
    'grant',
  ])
})

test('PROCEDURE-4 the name right before the word of a step takes it, whatever it ends with', () => {
  expect(stepsOf('三、评选办法', '“清雅庭院”由各小组推荐,教研处考核,村务会审定,统一颁发标牌。').slice(0, 3)).toEqual([
    ['recommend', '各小组'],
    ['review', '教研处'],
    ['review', '村务会'],
  ])
})

test('PROCEDURE-4 whom the work is handed to judges it', () => {
  expect(stepsOf('三、评选办法', '各村向镇妇联提交申请。公示无异议的,报县文明委审定,由县委、县政府发文命名。')).toEqual(
    [
      ['apply', '各村'],
      ['review', '县文明委'],
      ['grant', '县委、县政府'],
    ],
  )
})

test('PROCEDURE-4 whoever was spoken of last goes on over a semicolon', () => {
  expect(
    stepsOf(
      '三、评选办法',
      '各村向镇妇联提交申请,镇妇联审核,县妇联授牌。',
      '四、管理',
      '县妇联每年对获评户进行一次复查,复查不合格的,限期整改;整改后仍不合格的,撤销称号,收回标牌。',
    ).slice(-2),
  ).toEqual([
    ['recheck', '县妇联'],
    ['withdraw', '县妇联'],
  ])
})

test('PROCEDURE-5 cases, papers, prohibitions and quotas are no steps', () => {
  expect(
    stepsOf(
      '三、评选办法',
      '各村向镇妇联提交申请和自评报告,镇妇联审核,县妇联授牌。优秀户按总户数的10%评定。',
      '四、管理',
      '复查不合格的,两年内不得重新申报。',
    ),
  ).toEqual([
    ['apply', '各村'],
    ['review', '镇妇联'],
    ['grant', '县妇联'],
  ])
})

test('PROCEDURE-5 a result made public is a step; units that applied are none', () => {
  expect(
    stepsOf(
      '四、评选步骤',
      '各村向镇妇联提交申请,评选结果在村务公开栏公示3天,县妇联对申报的村进行检查验收,合格的上报市妇联。',
    ).map(([step]) => step),
  ).toEqual(['apply', 'notice', 'inspect', 'recommend'])
})

test('PROCEDURE-4 a place at the beginning of the clause takes the step', () => {
  expect(
    stepsOf('四、评选步骤', '社区填写申报表后向街道提出申请,街道在10个工作日内完成初审,县民政局组织验收,县妇联授牌。'),
  ).toEqual([
    ['apply', '社区'],
    ['review', '街道'],
    ['inspect', '县民政局'],
    ['grant', '县妇联'],
  ])
})
