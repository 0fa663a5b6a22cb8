import { characters, isHan } from '../scan/characters.ts'

const terminal = characters('。.!！?？;；:：…)）】》”')
const endOf = (line: string): number => line.charCodeAt(line.length - 1)
const isEnded = (line: string): boolean => terminal[endOf(line)] === 1
const number =
  '[一二三四五六七八九十]{1,3}(?:[、.．是]|\\s)|[(（【][一二三四五六七八九十\\d]{1,3}[)）】]|\\d{1,2}(?:\\.\\d{1,2}){0,3}[、.．)）\\s]|第[一二三四五六七八九十\\d]{1,3}|[①-⑳●■◆▲★※•·○□\\-*#|]|附[件表:：]'
const numbered = new RegExp(`^(?:${number})`)
const opensAnew = new RegExp(`^(?:${number}|.{1,12}[:：]|\\S*\\t)`)
const plainHeading =
  /^.{0,30}(?:方案|计划|规划|通知|意见|办法|细则|思想|目标|要求|原则|措施|步骤|内容|标准|安排|领导|机构|保障)$/

/** No line of its own begins with these. */
const closing = characters(')）]】》”’。,，、;；!！?？%％')
const pausing = characters('、,，(（《“‘')
const digitsBreakOff = /\d$/
const goesOnWithNumber = /^(?:\d|[年月日号时点分%个处名人元万亿米次户天台件家场条套支]|\.\d)/

/** A number whose words slipped to the next line. */
const bareNumber =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|[①-⑳])$/

const shortest = 18

/** A line that stops in the middle of a sentence is carried on by the next (documents pasted with hard breaks). */
const breaksOff = (line: string, next: string): boolean => {
  if (line.length < shortest || isEnded(line) || /^.{1,10}[:：]/.test(line) || opensAnew.test(next)) return false
  if (digitsBreakOff.test(line)) return goesOnWithNumber.test(next)
  const pauses = pausing[endOf(line)] === 1
  if (plainHeading.test(line) || !(pauses || isHan(endOf(line))) || !/[。,，;；、]/.test(line)) return false
  return pauses || /[。,，;；、]/.test(next)
}

/** How wide a line is, in Chinese characters. */
const widthOf = (line: string): number => {
  let halves = 0
  for (let i = 0; i < line.length; i++) halves += line.charCodeAt(i) < 0x2000 ? 1 : 2
  return halves / 2
}

const lengthOf = (line: string): number => line.length

const [narrowest, widest, fewestLines] = [14, 60, 10]
/** A sign that may not begin a line takes one before it along. */
const ragged = 2
const pause = /[。,，;；、]/

/** The width of the widest line, tables left out; of a text in paragraphs the first that is too wide will do. */
const fullWidth = (lines: readonly string[], measure: (line: string) => number): number => {
  let most = 0
  for (const line of lines) {
    if (!line.includes('\t')) most = Math.max(most, measure(line))
    if (most > widest) break
  }
  return most
}

/** Tells full lines where all of a text was broken at one width, or after one number of signs; null where lines are paragraphs. */
const fullness = (lines: readonly string[]): ((line: string) => boolean) | null => {
  if (lines.length < fewestLines) return null
  for (const measure of [widthOf, lengthOf]) {
    const width = fullWidth(lines, measure)
    if (width < narrowest || width > widest) continue
    const isFull = (line: string): boolean => measure(line) >= width - ragged
    const full = lines.filter(isFull)
    const open = full.filter(line => !isEnded(line) && pause.test(line))
    if (full.length >= lines.length * 0.25 && open.length * 3 >= full.length) return isFull
  }
  return null
}

/** Lines put together where a sentence was broken. `begins` are those set in from the margin. */
export const withoutHardBreaks = (lines: readonly string[], begins: readonly boolean[]): string => {
  const isFull = fullness(lines) ?? (() => false)
  const setIn = begins.filter(Boolean).length >= lines.length * 0.15
  const carriesOn = (line: string, next: string): boolean => {
    if (next === '' || line.includes('\t') || next.includes('\t')) return false
    if (closing[next.charCodeAt(0)] === 1 || (bareNumber.test(line) && !numbered.test(next))) return true
    if (isFull(line) && !numbered.test(next) && (setIn || !isEnded(line))) return true
    return breaksOff(line, next)
  }
  const out: string[] = []
  let open = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string // within the lines
    open += line
    if (begins[i + 1] !== true && carriesOn(line, lines[i + 1] ?? '')) continue
    out.push(open)
    open = ''
  }
  return out.join('\n')
}
