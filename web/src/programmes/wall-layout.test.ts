import { describe, expect, test } from 'vitest'
import type { WallChart } from './shapes.ts'
import { barHeight, labelIn, layOutWall } from './wall-layout.ts'

const bar = (assignmentId: string, from: string, to: string | null) => ({
  assignmentId,
  text: '清理楼道堆物',
  from,
  to,
  state: 'assigned',
  late: false,
})
const chart: WallChart = {
  from: '2026-03-02',
  to: '2026-04-30',
  today: '2026-03-16',
  phases: [
    { id: 'p1', name: '发动', startsOn: '2026-03-02', endsOn: '2026-03-15', span: null },
    { id: 'p2', name: '无期', startsOn: null, endsOn: null, span: null },
  ],
  milestones: [
    { id: 'm1', text: '完成排查登记造册', on: '2026-03-20', countdown: false, span: null },
    { id: 'm2', text: '完成整治', on: '2026-03-22', countdown: false, span: null },
  ],
  rows: [
    {
      unit: { id: 'u1', name: '滨河社区', kind: 'community' },
      bars: [bar('a', '2026-03-02', '2026-03-20'), bar('b', '2026-03-10', '2026-03-30'), bar('c', '2026-04-01', null)],
    },
    { unit: { id: 'u2', name: '柳园社区', kind: 'community' }, bars: [] },
  ],
}

describe('the wall chart in pixels', () => {
  test('a row is as tall as the bars that lie over each other ask', () => {
    const { rows, height } = layOutWall(chart, 'week')
    expect(rows.map(row => row.height)).toEqual([2 * barHeight + 4 + 14, barHeight + 14])
    expect(height).toBe(58 + 34)
    expect(rows[1]?.y).toBe(58)
  })

  test('a bar begins on its first day and ends with its last', () => {
    const [first] = layOutWall(chart, 'week').rows[0]?.bars ?? []
    expect([first?.x, first?.width]).toEqual([0, 19 * 12])
  })

  test('a task without a limit is drawn as going on', () => {
    expect(layOutWall(chart, 'week').rows[0]?.bars[2]?.open).toBe(true)
  })

  test('a phase without dates is no band, and one with dates covers its last day', () => {
    const { bands } = layOutWall(chart, 'day')
    expect(bands).toEqual([{ id: 'p1', name: '发动', x: 0, width: 14 * 34 }])
  })

  test('flags whose words would meet stand on different lines', () => {
    const { flags, flagLines } = layOutWall(chart, 'week')
    expect(flags.map(({ line }) => line)).toEqual([0, 1])
    expect(flagLines).toBe(2)
  })

  test('today is no line where it lies outside the window', () => {
    expect(layOutWall(chart, 'week').today).toBe(14 * 12 + 6)
    expect(layOutWall({ ...chart, today: '2027-01-01' }, 'week').today).toBeNull()
  })

  test('a bar too short for three characters has no label', () => {
    expect(labelIn('清理楼道堆物', 40)).toBe('')
    expect(labelIn('清理楼道堆物', 60)).toBe('清理楼…')
    expect(labelIn('清理楼道堆物', 200)).toBe('清理楼道堆物')
  })
})
