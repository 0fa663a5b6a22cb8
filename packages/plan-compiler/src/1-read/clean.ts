import { characters } from '../scan/characters.ts'
import { brokenTitles } from './broken-title.ts'
import { withoutHardBreaks } from './hard-breaks.ts'
import { withoutMarginTabs, withoutMarks } from './margins.ts'

const breaks = /\r\n?|[\u0085\u2028\u2029\v\f]/g
// Control characters, zero-width characters, byte order marks and soft hyphens say nothing to a reader.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const silent = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const pinyin = /(?<=[\u3400-\u9fff])[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ]{1,6})[)）]/g
const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/
const stray =
  /(?<=[\u4e00-\u9fff])[`'´](?=[\u4e00-\u9fff“《])|(?<=[的地得了和与])[.．](?=[\u4e00-\u9fff])|(?<=。)[.．。]+|(?<=[,，;；])[.．](?=[\u4e00-\u9fff])/g

/** Strewn pinyin carries tone marks; the unmarked syllables go too where a text is full of marked ones. */
const withoutPinyin = (text: string): string => {
  let marked = 0
  for (const m of text.matchAll(pinyin)) if (toned.test(m[1] ?? '')) marked++
  if (marked === 0) return text
  return text.replace(pinyin, (whole, syllable: string) => (marked >= 5 || toned.test(syllable) ? '' : whole))
}

/** A paragraph set in from the margin begins anew, whatever the line above it looks like. */
const setIn = /^(?:\u3000{1,4}| {2,8}|\t)(?=\S)/

const margins = characters('\u3000 \t')

/** The text that every span points into: no invisible characters, no strewn pinyin, no empty lines, whole sentences. */
export const clean = (input: string): string => {
  const text = withoutPinyin(input.replace(breaks, '\n').replace(silent, '')).replace(stray, '')
  const lines: string[] = []
  const begins: boolean[] = []
  for (const written of withoutMarks(text)) {
    const set = withoutMarginTabs(written)
    const words = set.trim()
    if (words === '') continue
    lines.push(set.includes('\t') ? set.replace(/^ +| +$/g, '') : words)
    begins.push(margins[written.charCodeAt(0)] === 1 && setIn.test(written))
  }
  for (const [first, last] of brokenTitles(lines).toReversed()) {
    lines.splice(first, last - first + 1, lines.slice(first, last + 1).join(''))
    begins.splice(first + 1, last - first)
  }
  return withoutHardBreaks(lines, begins)
}
