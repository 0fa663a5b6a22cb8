import type { Paragraph } from './paragraphs.ts'

/** Where an item stands, as people say it: 「三(一)」. Empty above the first heading. */
export const placesIn = (text: string, paragraphs: readonly Paragraph[]): readonly string[] => {
  let [first, second] = ['', '']
  return paragraphs.map(({ form, start }) => {
    const marker = markerOf(text.slice(start, start + 12))
    if (form === 'h1') [first, second] = [marker, '']
    if (form === 'h2') second = marker
    return first + second
  })
}

const markerOf = (words: string): string => {
  const match =
    /^(?:第([一二三四五六七八九十百]{1,4})([章部条步]|阶段)|[（(]([一二三四五六七八九十]{1,3})[）)]|([一二三四五六七八九十]{1,3})、)/u.exec(
      words,
    )
  if (!match) return ''
  if (match[1]) return `第${match[1]}${match[2]}`
  return match[3] ? `（${match[3]}）` : (match[4] ?? '')
}
