import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, compareVersions } from './plan-comparison.ts'

const compare = (before: string[], after: string[]) => compareVersions(before, after, { textOf: text => text })

const outline = (changes: readonly Change<string>[]): readonly string[] =>
  changes.map(change =>
    change.what === 'gone'
      ? `- ${change.before}`
      : change.what === 'changed'
        ? `${change.before} → ${change.after}`
        : `${change.what === 'added' ? '+' : '='} ${change.after}`,
  )

test('what is new, mended, gone and kept is told apart, in the order of the new version', () => {
  const before = ['清理楼道杂物,每周不少于一次', '开展垃圾分类宣传', '修补破损路面', '组织志愿者巡河']
  const after = ['组织志愿者巡河', '清理楼道杂物,每周不少于两次', '增设充电桩', '修补破损路面']
  expect(outline(compare(before, after))).toEqual([
    '= 组织志愿者巡河',
    '清理楼道杂物,每周不少于一次 → 清理楼道杂物,每周不少于两次',
    '- 开展垃圾分类宣传',
    '+ 增设充电桩',
    '= 修补破损路面',
  ])
})

test('spaces and punctuation alone change nothing', () => {
  expect(compare(['清理楼道、杂物。'], ['清理 楼道,杂物'])[0]?.what).toBe('same')
})

test('an equal text with another owner or date is changed', () => {
  const [change] = compareVersions([{ text: '修路', due: '05-01' }], [{ text: '修路', due: '06-01' }], {
    textOf: ({ text }) => text,
    isEqual: (before, after) => before.due === after.due,
  })
  expect(change).toMatchObject({ what: 'changed', similarity: 1 })
})

test('each goes with the most alike, not with the first that would do', () => {
  const changes = compare(['每月检查一次消防设施'], ['每月检查一次电梯设施', '每月检查两次消防设施'])
  expect(outline(changes)).toEqual(['+ 每月检查一次电梯设施', '每月检查一次消防设施 → 每月检查两次消防设施'])
})

test('texts said twice are paired one by one', () => {
  expect(compare(['加强宣传', '加强宣传'], ['加强宣传']).map(({ what }) => what)).toEqual(['same', 'gone'])
})

test('every item is in exactly one change, and a version compared with itself has none', () => {
  const text = fc
    .array(fc.constantFrom(...'清理楼道杂物开展宣传检查'), { maxLength: 8 })
    .map(characters => characters.join(''))
  const version = fc.array(text, { maxLength: 12 })
  fc.assert(
    fc.property(version, version, (before, after) => {
      const changes = compare(before, after)
      expect(changes.flatMap(change => (change.what === 'added' ? [] : [change.before])).toSorted()).toEqual(
        before.toSorted(),
      )
      expect(changes.flatMap(change => (change.what === 'gone' ? [] : [change.after]))).toEqual(after)
      expect(compare(after, after).every(({ what }) => what === 'same')).toBe(true)
    }),
  )
})
