import { expect, test } from 'vitest'
import { correctedText } from './corrected-text.ts'

const text = '前言。\n合计36万元，20xx年5月底前完成。\n后记20xx年'
const span = { start: 4, end: text.indexOf('\n后') }
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('remedies that were put there, and the year that was filled in, stand in the words', () => {
  const remedies = [{ span: at('36'), text: '35' }]
  expect(correctedText(text, span, { remedies, year: 2027 })).toBe('合计35万元，2027年5月底前完成。')
  expect(correctedText(text, span, { remedies: [], year: null })).toBe('合计36万元，20xx年5月底前完成。')
})

test('a remedy that touches another, or lies in another plan of the document, is left out whole', () => {
  const remedies = [
    { span: at('36万'), text: '35万' },
    { span: at('36'), text: '34', also: [{ span: at('5月'), text: '6月' }] },
    { span: at('前言'), text: '序言' },
  ]
  expect(correctedText(text, span, { remedies, year: null })).toBe('合计35万元，20xx年5月底前完成。')
})
