import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hasLibreOffice, printed } from './libre-office.testing.ts'
import { type WallChart, wallChartSvg } from './wall-chart-svg.ts'

const unit = { id: '0198a000-0000-7000-8000-000000000001', name: '滨河社区', kind: 'community' as const }
const bar = (from: string, to: string | null, state = 'assigned', late = false) => ({
  assignmentId: unit.id,
  text: '清理<楼道>&堆物',
  from,
  to,
  state,
  late,
})

const chart: WallChart = {
  from: '2026-04-15',
  to: '2026-12-31',
  today: '2026-05-14',
  phases: [
    { id: unit.id, name: '宣传发动', startsOn: '2026-04-15', endsOn: '2026-04-30', span: null },
    { id: unit.id, name: '集中整治', startsOn: '2026-05-01', endsOn: '2026-06-30', span: null },
  ],
  milestones: [{ id: unit.id, text: '县级测评', on: '2026-06-20', countdown: true, span: null }],
  rows: [
    {
      unit,
      bars: [
        bar('2026-04-15', '2026-05-10', 'assigned', true),
        bar('2026-05-01', '2026-06-30'),
        bar('2026-06-01', null, 'confirmed'),
      ],
    },
  ],
}

test('it is a picture that a renderer of its own can draw', async () => {
  const { format, width, height } = await sharp(Buffer.from(wallChartSvg('环境整治', chart))).metadata()
  expect(format).toBe('svg')
  expect(width).toBe(1800)
  expect(height).toBeGreaterThan(200)
  expect(
    (
      await sharp(Buffer.from(wallChartSvg('环境整治', chart)))
        .png()
        .toBuffer()
    )
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
})

test('a milestone at the end of the time has its words inside the picture', () => {
  const last = { id: unit.id, text: '迎接县级综合测评验收', on: '2026-12-31', countdown: true, span: null }
  const svg = wallChartSvg('环境整治', { ...chart, milestones: [...chart.milestones, last] })
  expect(svg).toMatch(/text-anchor="end">迎接县级综合测评验收/)
  expect(svg).toMatch(/font-size="12">县级测评/)
})

test('what was said to be done and waits for a word is told from what is under way', () => {
  const bars = [bar('2026-04-15', '2026-06-30', 'submitted'), bar('2026-04-15', '2026-06-30', 'accepted')]
  const svg = wallChartSvg('环境整治', { ...chart, rows: [{ unit, bars }] })
  expect(svg).toContain('>待 清理')
  expect(svg).toContain('>清理')
  for (const words of ['迟 逾期', '在办', '待 已报，待确认', '✓ 已办结']) expect(svg).toContain(words)
})

test.skipIf(!hasLibreOffice)(
  'LibreOffice opens it as a picture on one page (skipped where its Draw is absent)',
  { timeout: 240_000 },
  async ({ skip }) => {
    const svg = new TextEncoder().encode(wallChartSvg('环境整治', chart))
    const sheet = (await printed(svg, 'chart.svg')) ?? skip('no Draw')
    expect(sheet.pages).toBe(1)
    for (const words of ['滨河社区', '集中整治', '县级测评']) expect(sheet.text.replace(/\s/g, '')).toContain(words)
  },
)

test('bars that share days do not cover one another', () => {
  const tops = [...wallChartSvg('环境整治', chart).matchAll(/<rect x="\d+" y="(\d+)" width="\d+" height="20"/g)].map(
    found => Number(found[1]),
  )
  expect(new Set(tops.slice(0, 2)).size).toBe(2)
})

test('words from a plan cannot break out of the picture', () => {
  expect(wallChartSvg('环境整治', chart)).not.toContain('<楼道>')
})

test('today is drawn only where the chart reaches it', () => {
  expect(wallChartSvg('环境整治', chart)).toContain('今天 2026-05-14')
  expect(wallChartSvg('环境整治', { ...chart, today: '2027-01-01' })).not.toContain('今天')
})
