import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { expect, test } from 'vitest'
import { readBytes } from './1-read/read-bytes.ts'
import { compile } from './compile.ts'

type Cells = readonly (string | null)[]

/** A row; null goes on with the cell above, and a text that is repeated below begins a merged cell. */
const rowOf = (cells: Cells, below: Cells | undefined): TableRow =>
  new TableRow({
    children: cells.map((text, i) => {
      const merge = text === null ? VerticalMergeType.CONTINUE : below?.[i] === null ? VerticalMergeType.RESTART : null
      return new TableCell({ children: [new Paragraph(text ?? '')], ...(merge && { verticalMerge: merge }) })
    }),
  })

const planOf = async (before: readonly string[], rows: readonly Cells[]) => {
  const table = new Table({ rows: rows.map((cells, i) => rowOf(cells, rows[i + 1])) })
  const children = [...before.map(text => new Paragraph(text)), table]
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
  const read = await readBytes(bytes, '方案.docx')
  if (read.kind === 'refused') throw new Error(read.reason)
  const [plan] = compile(read.text, { name: read.name, year: 2026, places: read.places }).plans
  if (!plan) throw new Error('no plan')
  return plan
}

test('READ-12 a table of tasks in a Word file becomes tasks with their parties and deadlines', async () => {
  const { tasks } = await planOf(
    ['松塘街道楼道整治工作方案', '一、任务分工'],
    [
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
      ['1', '清理楼道堆放的杂物', '街道城建办', '各社区', '4月20日前'],
      ['2', '更换损坏的楼道灯具', null, '物业公司', '5月底前'],
      // Where the table goes over a page, its head is printed again.
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
      ['3', '粉刷楼道墙面', '街道社区办', '各社区', '6月底前'],
    ],
  )
  expect(tasks.map(({ text, lead, support, due }) => [text, lead, support, due?.end])).toEqual([
    ['清理楼道堆放的杂物', ['街道城建办'], ['各社区'], '2026-04-20'],
    ['更换损坏的楼道灯具', ['街道城建办'], ['物业公司'], '2026-05-31'],
    ['粉刷楼道墙面', ['街道社区办'], ['各社区'], '2026-06-30'],
  ])
})

test('READ-12 a table of conditions becomes a checklist, and one that scores gives the grades', async () => {
  const { checklists } = await planOf(
    ['松塘街道楼道测评标准', '一、楼道测评标准'],
    [
      ['测评内容', '评分标准'],
      ['楼道内无堆放杂物', '无杂物为符合,1处为基本符合,2处及以上为不符合'],
      ['楼道墙面无小广告', '无小广告为符合,1-2处为基本符合,3处及以上为不符合'],
      ['楼道灯具完好', '全部完好为符合,1盏不亮为基本符合,2盏及以上不亮为不符合'],
    ],
  )
  const items = checklists.flatMap(list => list.items)
  expect(items.map(({ text }) => text.split(/[\s\t]/)[0])).toEqual([
    '楼道内无堆放杂物',
    '楼道墙面无小广告',
    '楼道灯具完好',
  ])
  expect(items.every(({ grades }) => grades?.conforms && grades.mostly && grades.fails)).toBe(true)
})

test('READ-12 grades with a column each, and the papers asked for, belong to their row', async () => {
  const { checklists } = await planOf(
    ['松塘街道楼道测评标准', '一、楼道测评标准'],
    [
      ['测评内容', '符合', '基本符合', '不符合', '佐证材料'],
      ['楼道内无堆放杂物', '无杂物', '1处', '2处及以上', '巡查记录、整改照片'],
      ['楼道灯具完好', '全部完好', '1盏不亮', '2盏及以上不亮', '维修台账'],
    ],
  )
  expect(checklists.flatMap(list => list.items)).toMatchObject([
    { grades: { conforms: '无杂物', mostly: '1处', fails: '2处及以上' }, evidence: ['巡查记录', '整改照片'] },
    { grades: { conforms: '全部完好', mostly: '1盏不亮', fails: '2盏及以上不亮' }, evidence: ['维修台账'] },
  ])
})

test('READ-12 a table of stages becomes phases, and one of sums a budget', async () => {
  const { phases } = await planOf(
    ['松塘街道楼道整治工作方案', '一、时间安排'],
    [
      ['阶段', '时间', '主要工作'],
      ['动员部署', '2026年3月1日至3月20日', '印发方案'],
      ['集中整治', '2026年3月21日至6月30日', '清理杂物'],
      [null, null, '更换灯具'],
    ],
  )
  expect(phases.map(({ name, window }) => [name, window?.start, window?.end])).toEqual([
    ['动员部署', '2026-03-01', '2026-03-20'],
    ['集中整治', '2026-03-21', '2026-06-30'],
  ])
  const { budget } = await planOf(
    ['松塘街道楼道整治工作方案', '二、经费预算'],
    [
      ['项目', '金额（万元）', '用途'],
      ['宣传培训', '1.2', '印制资料'],
      ['器材购置', '36', '更换灯具'],
      ['合计', '37.2', ''],
    ],
  )
  expect(budget.map(({ item, yuan }) => [item, yuan])).toEqual([
    ['宣传培训', 12_000],
    ['器材购置', 360_000],
  ])
})
