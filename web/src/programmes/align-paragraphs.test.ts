import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignParagraphs } from './align-paragraphs.ts'

describe('two versions side by side', () => {
  test('a paragraph that was changed stands beside what it became', () => {
    const rows = alignParagraphs(
      ['一、目标', '亮灯率达到95%以上,逐栋排查。', '二、步骤'],
      ['一、目标', '亮灯率达到98%以上,逐栋排查。', '二、步骤'],
    )
    expect(rows.map(({ old, fresh }) => [old, fresh])[1]).toEqual([
      '亮灯率达到95%以上,逐栋排查。',
      '亮灯率达到98%以上,逐栋排查。',
    ])
  })

  test('a paragraph unlike any other stands alone', () => {
    const rows = alignParagraphs(['甲乙丙丁'], ['戊己庚辛'])
    expect(rows.map(({ old, fresh }) => [old, fresh])).toEqual([
      ['甲乙丙丁', null],
      [null, '戊己庚辛'],
    ])
  })

  test('each side reads on as its version does, and no key is used twice', () => {
    const version = fc.array(fc.constantFrom('清理楼道', '清理楼道堆物', '补灯', '公示', '目标'), { maxLength: 12 })
    fc.assert(
      fc.property(version, version, (old, fresh) => {
        const rows = alignParagraphs(old, fresh)
        expect(rows.flatMap(row => (row.old === null ? [] : [row.old]))).toEqual(old)
        expect(rows.flatMap(row => (row.fresh === null ? [] : [row.fresh]))).toEqual(fresh)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      }),
    )
  })
})
