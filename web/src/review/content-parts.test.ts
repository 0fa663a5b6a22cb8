import { describe, expect, test } from 'vitest'
import { linesOfPoints, partOf, pointsOfLines, withPart } from './content-parts.ts'

describe('parts of a content', () => {
  test('a path leads into what is inside', () => {
    const duty = { text: '巡查', every: { per: 'week', times: 1, at: null } }
    expect(partOf(duty, 'every.per')).toBe('week')
    expect(withPart(duty, 'every.per', 'day')).toEqual({ text: '巡查', every: { per: 'day', times: 1, at: null } })
    expect(duty.every.per).toBe('week')
  })

  test('a path to nothing is nothing, and can be made', () => {
    expect(partOf({ due: null }, 'due.end')).toBeUndefined()
    expect(withPart({ due: null }, 'due.end', '2026-05-01')).toEqual({ due: { end: '2026-05-01' } })
  })

  test('a checklist line that stays keeps its grades; a new one has none', () => {
    const points = [{ text: '通道畅通', grades: { conforms: '无堆物' }, evidence: ['照片'] }]
    expect(pointsOfLines(`${linesOfPoints(points)}\n\n 灯亮 `, points)).toEqual([
      points[0],
      { text: '灯亮', grades: null, evidence: [] },
    ])
  })
})
