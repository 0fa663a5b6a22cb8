import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { readMarker } from './markers.ts'

const plansOf = (text: string) => compile(text, { name: 'plan.txt' }).plans
const outlineOf = (text: string) => plansOf(text)[0]?.outline ?? []
const shape = (sections: ReturnType<typeof outlineOf>): unknown => sections.map(s => [s.marker, shape(s.children)])

describe('MARK-1 every way of numbering in use is read with its number', () => {
  test.each([
    ['壹、目标', 'capital', 1],
    ['参、步骤', 'capital', 3],
    ['拾壹、附则', 'capital', 11],
    ['一、目标', 'han', 1],
    ['(十二)要求', 'hanParen', 12],
    ['3、清扫', 'arab', 3],
    ['3.清扫', 'arab', 3],
    ['3.10月为总结期', 'arab', 3],
    ['2.2026年5月前完成', 'arab', 2],
    ['⒊清扫', 'arab', 3],
    ['㈡要求', 'hanParen', 2],
    ['❸清扫', 'circled', 3],
    ['(3)清扫', 'arabParen', 3],
    ['3)清扫', 'arabParen', 3],
    ['1.2.3 清扫', 'dotted', 3],
    ['④清扫', 'circled', 4],
    ['第二部分 任务', 'part', 2],
    ['一是清扫', 'step', 1],
  ])('%s', (text, family, number) => expect(readMarker(text, 0)).toMatchObject({ family, number }))
})

test('MARK-2 a date, a share and a quantity are no markers', () => {
  for (const text of ['3.5%以上', '12月底前', '20处点位', '一些单位']) expect(readMarker(text, 0)).toBeNull()
})

describe('TREE-1 numbering that is open is resumed, wider numbering closes narrower', () => {
  test('three levels', () => {
    const text = '一、任务\n(一)环境\n1、清扫街面卫生\n2、清运生活垃圾\n(二)秩序\n二、要求\n'
    expect(shape(outlineOf(text))).toEqual([
      [
        '一、',
        [
          [
            '(一)',
            [
              ['1、', []],
              ['2、', []],
            ],
          ],
          ['(二)', []],
        ],
      ],
      ['二、', []],
    ])
  })

  test('a plan that numbers its sections 1、 and its items (1)', () => {
    expect(shape(outlineOf('1、任务\n(1)清扫街面卫生\n(2)清运生活垃圾\n2、要求\n'))).toEqual([
      [
        '1、',
        [
          ['(1)', []],
          ['(2)', []],
        ],
      ],
      ['2、', []],
    ])
  })
})

test('TREE-2 a number whose separator was lost is a marker where it is due', () => {
  const text = '一、标准\n1、地面干净\n2、墙面干净\n3扶手无灰尘\n'
  expect(outlineOf(text)[0]?.children.map(s => s.heading)).toEqual(['地面干净', '墙面干净', '扶手无灰尘'])
})

describe('ROLE-1 a section is known by its heading', () => {
  test.each([
    ['一、指导思想', 'guiding'],
    ['一、工作目标', 'goals'],
    ['一、组织领导', 'organisation'],
    ['一、重点任务', 'measures'],
    ['一、考核标准', 'standards'],
    ['一、实施步骤', 'phases'],
    ['一、保障措施', 'assurance'],
    ['一、评定程序', 'procedure'],
    ['一、经费预算', 'budget'],
    ['一、其他', 'other'],
  ])('%s', (text, role) => expect(outlineOf(`${text}\n做好各项工作。`)[0]?.role).toBe(role))
})

const body = '为改善环境,结合实际,特制定本方案。\n一、目标\n街面干净整洁。\n二、任务\n各社区要清扫街面。\n'

describe('SPLIT-1 announced plans are parted where they are announced', () => {
  test.each([
    ['环境整治工作方案篇一', '环境整治工作方案篇二'],
    ['环境整治工作方案【篇1】', '环境整治工作方案【篇2】'],
    ['方案一。', '方案二。'],
    ['环境整治方案(篇一)', '环境整治方案(篇二)'],
  ])('%s', (first, second) => {
    expect(plansOf(`${first}\n${body}${second}\n${body}`)).toHaveLength(2)
  })
})

test('SPLIT-2 an unannounced plan begins with its title, or with its introduction after another was introduced', () => {
  const long = body + '三、要求\n' + '各单位要按照分工抓好落实,确保各项任务按时完成。\n'.repeat(14)
  expect(plansOf(`环境整治工作方案\n${long}安全生产工作方案\n${long}`).map(p => p.title)).toEqual([
    '环境整治工作方案',
    '安全生产工作方案',
  ])
  expect(plansOf(long + long)).toHaveLength(2)
})

test('SPLIT-3 words before the first announced plan, and advertisements, are nobody’s', () => {
  const plans = plansOf(`本站小编为大家整理了几篇方案,仅供参考。\n方案一。\n${body}方案二。\n${body}`)
  expect(plans).toHaveLength(2)
  expect(plans[0]?.span.start).toBeGreaterThan(0)
})

test('TITLE-1 a plan is called by the line it opens with, or as its introduction calls it', () => {
  expect(plansOf(`柳河街道环境整治工作方案\n${body}`)[0]?.title).toBe('柳河街道环境整治工作方案')
  expect(plansOf('为改善环境,现制定柳河街道环境整治工作方案如下:\n一、目标\n')[0]?.title).toBe(
    '柳河街道环境整治工作方案',
  )
})

test('TREE-3 a paragraph after a list of whole sentences is not of its last item', () => {
  const lines = [
    '一、市水务局:负责水库和堤防的日常巡查。',
    '二、市气象局:负责灾害天气的监测和预报。',
    '三、市教育局:负责组织学校开展防溺水教育。',
    '四、市财政局:负责安排专项资金并及时拨付。',
    '工作不落实的,追究单位负责人的责任。',
  ]
  const [plan] = compile(lines.join('\n'), { name: 'sample' }).plans
  expect(plan?.tasks.at(-1)?.text).not.toContain('工作不落实')
})
