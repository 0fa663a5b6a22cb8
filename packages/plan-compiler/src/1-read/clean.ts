import { characters } from '../scan/characters.ts'

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

const terminal = /[。.!！?？;；:：…)）】》”]$/
const opensAnew =
  /^(?:[一二三四五六七八九十]{1,3}(?:[、.．是]|\s)|[(（【][一二三四五六七八九十\d]{1,3}[)）】]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．)）\s]|第[一二三四五六七八九十\d]{1,3}|[①-⑳●■◆▲★※•·○□\-*#|]|附[件表:：]|.{1,12}[:：]|\S*\t)/
const plainHeading =
  /^.{0,30}(?:方案|计划|规划|通知|意见|办法|细则|思想|目标|要求|原则|措施|步骤|内容|标准|安排|领导|机构|保障)$/

/** A line that stops in the middle of a sentence is carried on by the next (documents pasted with hard breaks). */
const carriesOn = (line: string, next: string): boolean =>
  line.length >= 18 &&
  !/^.{1,10}[:：]/.test(line) &&
  !terminal.test(line) &&
  !line.includes('\t') &&
  next !== '' &&
  !opensAnew.test(next) &&
  !plainHeading.test(line) &&
  /[\u4e00-\u9fff、,，“‘]$/.test(line) &&
  /[。,，;；、]/.test(line) &&
  /[。,，;；、]/.test(next)

/** A paragraph set in from the margin begins anew, whatever the line above it looks like. */
const setIn = /^(?:\u3000{1,4}| {2,8}|\t)(?=\S)/

const margins = characters('\u3000 \t')

const joined = (lines: readonly string[], begins: readonly boolean[]): string => {
  const out: string[] = []
  let open: string[] = []
  for (const [i, line] of lines.entries()) {
    open.push(line)
    if (begins[i + 1] !== true && carriesOn(line, lines[i + 1] ?? '')) continue
    out.push(open.join(''))
    open = []
  }
  return out.join('\n')
}

/** The text that every span points into: no invisible characters, no strewn pinyin, no empty lines, whole sentences. */
export const clean = (input: string): string => {
  const text = withoutPinyin(input.replace(breaks, '\n').replace(silent, '')).replace(stray, '')
  const written = text.split('\n').filter(line => line.trim() !== '')
  const lines = written.map(line => (line.includes('\t') ? line.replace(/^ +| +$/g, '') : line.trim()))
  return joined(
    lines,
    written.map(line => margins[line.charCodeAt(0)] === 1 && setIn.test(line)),
  )
}
