import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphAt, paragraphsOf } from './paragraphs.ts'

const plan = [
  '青石街道楼道整治方案',
  '青街发〔2026〕8号',
  '各社区：',
  '  为改善居住环境,制定本方案。',
  '一、工作目标',
  '（一）清理堆物。各社区每周清理一次。',
  '1.公示进度',
  '(2)逐户登记。',
  '青石街道办事处',
  '2026年3月2日',
].join('\n')
const whole = { start: 0, end: plan.length }

describe('paragraphs of a plan', () => {
  test('each is set as its place in the document asks', () => {
    expect(paragraphsOf(plan, whole, '青石街道楼道整治方案').map(({ form }) => form)).toEqual([
      'title',
      'number',
      'addressee',
      'body',
      'h1',
      'h2',
      'h3',
      'h4',
      'signature',
      'signature',
    ])
  })

  test('a heading that runs on ends at its first full stop', () => {
    const heading = paragraphsOf(plan, whole, '')[5]
    expect(plan.slice(heading?.start, heading?.headEnd)).toBe('（一）清理堆物。')
  })

  test('a long numbered sentence is text, not a heading', () => {
    const long = `1.${'对辖区内所有楼道逐一排查并建立清单'.repeat(4)}`
    const [paragraph] = paragraphsOf(long, { start: 0, end: long.length }, '')
    expect(paragraph?.headEnd).toBe(0)
  })

  test('a title broken over two lines is a title on both', () => {
    const text = '青石街道\n楼道整治方案\n为改善居住环境,制定本方案。'
    const forms = paragraphsOf(text, { start: 0, end: text.length }, '青石街道楼道整治方案').map(({ form }) => form)
    expect(forms).toEqual(['title', 'title', 'body'])
  })

  test('a decimal is not a third-level number', () => {
    const text = '目标\n1.5万平方米绿地完成补植。'
    expect(paragraphsOf(text, { start: 0, end: text.length }, '目标')[1]?.form).toBe('body')
  })

  test('no word of the plan is lost and none is shown twice', () => {
    const words = fc.array(
      fc.constantFrom('一、', '(一)', '1.', '甲。', '乙:', '丙', '\n', ' ', '\t', '2026年1月2日'),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(words, list => {
        const text = list.join('')
        const shown = paragraphsOf(text, { start: 0, end: text.length }, '').map(({ start, end }) =>
          text.slice(start, end),
        )
        expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  test('a place is found in the paragraph that holds it', () => {
    const paragraphs = paragraphsOf(plan, whole, '')
    for (const [index, { start, end }] of paragraphs.entries())
      for (const at of [start, end - 1]) expect(paragraphAt(paragraphs, at)).toBe(index)
  })
})
