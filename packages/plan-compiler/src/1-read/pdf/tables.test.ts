import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { linesOf, placeOf } from '../read.testing.ts'
import { column, type Drawing, grid, pdfOf, ruled, type Written } from './written.testing.ts'

const at = (x: number, y: number, ...texts: readonly string[]): readonly Written[] =>
  texts.map((text, i) => ({ text, x, y: y - i * 16 }))

/** Words in the columns of a head, wide enough apart that nothing else holds them together. */
const inColumns = (xs: readonly number[], y: number, ...texts: readonly string[]): readonly Written[] =>
  texts.flatMap((text, i) => (text === '' ? [] : at(xs[i] ?? 0, y, text)))

const read = (...pages: readonly (readonly (Written | Drawing)[])[]): Promise<readonly string[]> =>
  linesOf(pdfOf(pages), 'a.pdf')

const xs = [60, 100, 240, 340, 460]
const inner = xs.map(x => x + 6)

/** Three rows, the second with cells of several lines, set in the middle of it as Word does. */
const ruledPage = [
  ...at(90, 780, '一、任务分工'),
  ...grid(xs, [760, 736, 676, 640]),
  ...inColumns(inner, 744, '序号', '工作任务', '责任单位', '完成时限'),
  ...inColumns(inner, 702, '1'),
  ...at(106, 710, '清理楼道杂物和废旧自', '行车'),
  ...at(246, 718, '各社区', '县城管局'),
  ...at(346, 702, '2026年5月底前'),
  ...inColumns(inner, 654, '2', '更换破损楼道灯', '县住建局', '6月底前'),
  ...at(90, 610, '二、工作要求'),
]

describe('READ-13 a table in a PDF is read row by row', () => {
  test('words in the middle of a ruled cell, in one line or several, stand in their row', async () => {
    expect(await read(ruledPage)).toEqual([
      '一、任务分工',
      '序号\t工作任务\t责任单位\t完成时限',
      '1\t清理楼道杂物和废旧自行车\t各社区 县城管局\t2026年5月底前',
      '2\t更换破损楼道灯\t县住建局\t6月底前',
      '二、工作要求',
    ])
  })

  test('one that stands in a column of the page is read with its column, on the next page too', async () => {
    const prose = ['各社区每周检查一次楼道里的', '灯,发现损坏的当天报修,并', '在公告栏写明修复的日期和', '负责人。']
    const narrow = [330, 400, 500]
    const table = (top: number) => [
      ...grid(narrow, [top, top - 24, top - 48]),
      ...inColumns([336, 406], top - 16, '任务', '单位'),
      ...inColumns([336, 406], top - 40, '更换灯具', '民政办'),
    ]
    const first = [...at(90, 760, ...prose), ...at(330, 760, ...prose.toReversed()), ...table(690)]
    const second = [...at(90, 640, '左栏的话。'), ...at(330, 600, '右栏的话。'), ...table(760)]
    const [left, ...lines] = await read(first, second)
    expect(left).toBe(prose.join(''))
    expect(lines.filter(line => line.includes('\t') || line.includes('栏的话'))).toEqual([
      '任务\t单位',
      '更换灯具\t民政办',
      '左栏的话。',
      '任务\t单位',
      '更换灯具\t民政办',
      '右栏的话。',
    ])
  })

  test('its tasks have their parties and days', async () => {
    const text = (await read([...at(90, 810, '青禾街道楼道整治方案'), ...ruledPage])).join('\n')
    const tasks = compile(text, { name: 'a', year: 2026 }).plans.flatMap(plan => plan.tasks)
    expect(tasks).toContainEqual(
      expect.objectContaining({
        text: '清理楼道杂物和废旧自行车',
        responsible: ['各社区', '县城管局'],
        due: expect.objectContaining({ end: '2026-05-31' }),
      }),
    )
    expect(tasks).toContainEqual(expect.objectContaining({ text: '更换破损楼道灯', responsible: ['县住建局'] }))
  })

  test('a cell over several rows says the same in each, one over several columns leaves the rest empty', async () => {
    const [left, middle, right] = [60, 160, 300] as const
    const page = [
      ...[760, 730, 670].map(y => ruled(left, y, right, y)),
      ruled(middle, 700, right, 700),
      ...[left, right].map(x => ruled(x, 760, x, 670)),
      ruled(middle, 730, middle, 670),
      ...at(66, 740, '任务清单'),
      ...at(66, 695, '市容整治'),
      ...at(166, 710, '清理小广告'),
      ...at(166, 680, '规范店招'),
    ]
    expect(await read(page)).toEqual(['任务清单\t', '市容整治\t清理小广告', '市容整治\t规范店招'])
  })

  test('lines drawn as thin boxes, and in a scale of their own, rule as well', async () => {
    const boxes = [
      ...[760, 730, 700].map(y => `60 ${y} 240 0.6 re f`),
      ...[60, 160, 300].map(x => `${x} 700 0.6 60 re f`),
    ]
    const drawn = `q 2 0 0 2 0 0 cm ${boxes.map(box => box.replace(/[\d.]+/g, n => String(Number(n) / 2))).join(' ')} Q`
    const words = [...inColumns([66, 166], 740, '任务', '单位'), ...inColumns([66, 166], 710, '清扫街面', '环卫站')]
    expect(await read([{ drawn }, ...words])).toEqual(['任务\t单位', '清扫街面\t环卫站'])
  })

  test('a table goes on over the page: the head is said once, and a row cut in two is one', async () => {
    const head = inColumns(inner, 744, '序号', '工作任务', '责任单位', '完成时限')
    const first = [
      ...grid(xs, [760, 736, 700, 660]),
      ...head,
      ...inColumns(inner, 712, '1', '清扫街面', '环卫站', '5月底前'),
      ...inColumns(inner, 672, '2', '清理沿河垃圾和水面漂', '县水利局', '6月底前'),
      ...at(280, 40, '— 1 —'),
    ]
    const second = [
      ...grid(xs, [760, 736, 700, 660]),
      ...head,
      ...inColumns(inner, 712, '', '浮物'),
      ...inColumns(inner, 672, '3', '粉刷墙面', '各社区', '7月底前'),
      ...at(280, 40, '— 2 —'),
    ]
    expect(await read(first, second)).toEqual([
      '序号\t工作任务\t责任单位\t完成时限',
      '1\t清扫街面\t环卫站\t5月底前',
      '2\t清理沿河垃圾和水面漂浮物\t县水利局\t6月底前',
      '3\t粉刷墙面\t各社区\t7月底前',
    ])
    const file = pdfOf([first, second])
    expect(await placeOf(file, '粉刷墙面', 'a.pdf')).toBe('第2页表1第4行第2格')
    expect(await placeOf(file, '县水利局', 'a.pdf')).toBe('第1页表1第3行第3格')
  })

  test('columns without lines under a head make a table, cells of several lines too', async () => {
    const page = [
      ...at(90, 780, '一、任务分工'),
      ...inColumns(inner, 744, '序号', '工作任务', '责任单位', '完成时限'),
      ...inColumns(inner, 720, '1', '清理楼道杂物和废旧', '各社区', '5月底前'),
      ...inColumns(inner, 704, '', '自行车'),
      ...inColumns(inner, 680, '2', '更换破损楼道灯', '县住建局', '6月底前'),
      ...at(90, 640, '二、工作要求'),
    ]
    expect(await read(page)).toEqual([
      '一、任务分工',
      '序号\t工作任务\t责任单位\t完成时限',
      '1\t清理楼道杂物和废旧自行车\t各社区\t5月底前',
      '2\t更换破损楼道灯\t县住建局\t6月底前',
      '二、工作要求',
    ])
  })
})

describe('READ-13 what only looks like a table is none', () => {
  const left = ['甲乙丙丁戊己庚辛壬癸甲乙丙丁', '子丑寅卯辰巳午未申酉戌亥子丑', '东南西北中东南西北中东南西。']
  const right = ['春夏秋冬春夏秋冬春夏秋冬春夏', '日月星辰日月星辰日月星辰日月', '山川湖海山川湖海山川湖海山。']

  test('prose in two columns, with a line between them', async () => {
    const lines = await read([...column(left, 90), ...column(right, 320), ruled(300, 760, 300, 680)])
    expect(lines.join('')).toBe([...left, ...right].join(''))
  })

  test('prose in three columns', async () => {
    const three = [left, right, left].flatMap((texts, i) =>
      column(
        texts.map(text => text.slice(0, 10)),
        60 + i * 165,
      ),
    )
    expect((await read(three)).join('')).not.toContain('\t')
  })

  test('names set in columns', async () => {
    const page = [
      ['组长', '林晓', '街道主任'],
      ['副组长', '周明', '街道副主任'],
      ['成员', '高远', '社区书记'],
    ].flatMap((row, i) => inColumns([90, 200, 300], 740 - i * 24, ...row))
    expect((await read([...page, ...at(90, 640, '领导小组下设办公室。')])).join('')).not.toContain('\t')
  })

  test('a box around prose, and one with whole passages side by side', async () => {
    const box = [...grid([80, 500], [770, 660]), ...column([`${left[0]}${right[0]}`, ...right])]
    expect((await read(box)).join('')).not.toContain('\t')
    const passages = Array.from({ length: 12 }, () => left[0] ?? '')
    const sides = [
      ...grid([80, 300, 540], [770, 400]),
      ...column(passages, 90),
      ...column(
        passages.map(() => right[0] ?? ''),
        310,
      ),
    ]
    expect((await read(sides)).join('')).not.toContain('\t')
  })
})
