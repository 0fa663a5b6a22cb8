import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords, type Piece } from './word-diff.ts'

const side = (pieces: readonly Piece[], without: Piece['what']): string =>
  pieces
    .filter(({ what }) => what !== without)
    .map(({ text }) => text)
    .join('')

describe('what changed between two sentences', () => {
  test('a figure changes whole', () => {
    expect(diffWords('亮灯率达到95%以上', '亮灯率达到98%以上')).toEqual([
      { what: 'same', text: '亮灯率达到' },
      { what: 'gone', text: '95%' },
      { what: 'new', text: '98%' },
      { what: 'same', text: '以上' },
    ])
  })

  test('a sentence that did not change is one piece', () => {
    expect(diffWords('每周清扫一次', '每周清扫一次')).toEqual([{ what: 'same', text: '每周清扫一次' }])
  })

  test('small islands between changes are not kept apart', () => {
    const pieces = diffWords('由甲社区牵头', '由乙街区主办')
    expect(pieces.filter(({ what }) => what === 'same').map(({ text }) => text)).toEqual(['由'])
  })

  test('without what is new it is the old sentence, without what is gone the new one', () => {
    const sentence = fc
      .array(fc.constantFrom(...'社区每周五前报12送98%abc,。'), { maxLength: 40 })
      .map(list => list.join(''))
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const pieces = diffWords(before, after)
        expect(side(pieces, 'new')).toBe(before)
        expect(side(pieces, 'gone')).toBe(after)
      }),
    )
  })
})
