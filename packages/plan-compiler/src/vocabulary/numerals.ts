import { characters, isDigit } from '../scan/characters.ts'
import { clued, matchAt } from '../scan/clues.ts'
/** A number as read at a place: `value` is null where the digits are masked (`xx%`). `end` is the offset after it. */
export type ReadNumber = {
  readonly value: number | null
  readonly end: number
  readonly written: 'arabic' | 'han' | 'masked'
}

const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 俩: 2 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}
const units: Readonly<Record<string, number>> = {
  ...{ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 },
  ...{ 廿: 20, 卅: 30 },
}

/** By code. */
const digitOf = new Uint8Array(65_536)
for (const c in digits) digitOf[c.charCodeAt(0)] = digits[c] ?? 0
const unitOf = new Uint32Array(65_536)
for (const c in units) unitOf[c.charCodeAt(0)] = units[c] ?? 0

const longest = 24
const [twenty, thirty] = ['廿'.charCodeAt(0), '卅'.charCodeAt(0)]

/** The value of a run of Chinese numerals (`三十六`, `二〇二四`, `陆拾万`); null where it is none. */
export const hanValue = (run: string): number | null => worthOf(run, 0, run.length)

const worthOf = (text: string, start: number, end: number): number | null => {
  if (start === end || end - start > longest) return null
  const only = text.charCodeAt(start)
  if (end - start > 1)
    return hasUnit(text, start, end) ? valueByUnits(text, start, end) : valueByPlace(text, start, end)
  const unit = unitOf[only] as number // by 16-bit code
  return unit === 0 ? (digitOf[only] as number) : unit < 10_000 ? unit : 0
}

const hasUnit = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (unitOf[text.charCodeAt(i)] !== 0) return true
  return false
}

const valueByPlace = (text: string, start: number, end: number): number => {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + (digitOf[text.charCodeAt(i)] as number) // by 16-bit code
  return value
}

const valueByUnits = (text: string, start: number, end: number): number => {
  let total = 0
  let section = 0
  let digit = -1
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const unit = unitOf[code] as number // by 16-bit code
    if (unit === 0) {
      digit = digitOf[code] as number // by 16-bit code
      continue
    }
    if (unit >= 10_000) {
      total = (total + section + Math.max(digit, 0)) * unit
      section = 0
    } else if (code === twenty || code === thirty) section += unit
    else section += (digit < 0 ? 1 : digit) * unit
    digit = -1
  }
  return total + section + Math.max(digit, 0)
}

const hanNumerals = characters([...Object.keys(digits), ...Object.keys(units)].join(''))

export const isHanNumeral = (c: string): boolean => hanNumerals[c.charCodeAt(0)] === 1

const arabic = clued(/\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?/y)
const masked = clued(/[xX×*]{1,4}\d{0,2}(?=[%％])|\d?[xX×*_]{2,4}\d{0,2}(?=[%％个名户处人万元家项次场])/y)
const multiplying = characters('百千万亿')

/** What a sign behind digits multiplies them by; 0 where it is no such sign. */
const multiplier = (code: number): number => (multiplying[code] === 1 ? (unitOf[code] as number) : 0) // by 16-bit code

const [comma, point] = [','.charCodeAt(0), '.'.charCodeAt(0)]

/** Digits alone, which most numbers are; null where a sign among them has to be looked at. */
const plainDigits = (text: string, at: number): { readonly value: number; readonly end: number } | null => {
  let value = 0
  let end = at
  for (; end < at + 15 && isDigit(text.charCodeAt(end)); end++) value = value * 10 + text.charCodeAt(end) - 48
  const next = text.charCodeAt(end)
  return end === at || next === comma || next === point ? null : { value, end }
}

const withSigns = (text: string, at: number): { readonly value: number; readonly end: number } | null => {
  const found = matchAt(arabic, text, at)
  return found ? { value: Number(found[0].replaceAll(',', '')), end: at + found[0].length } : null
}

const readArabic = (text: string, at: number): ReadNumber | null => {
  if (!isDigit(text.charCodeAt(at))) return null
  const read = plainDigits(text, at) ?? withSigns(text, at)
  if (!read) return null
  const { value, end } = read
  const first = multiplier(text.charCodeAt(end))
  if (first === 0) return { value, end, written: 'arabic' }
  const second = multiplier(text.charCodeAt(end + 1))
  if (second === 0) return { value: value * first, end: end + 1, written: 'arabic' }
  return { value: value * (first * second), end: end + 2, written: 'arabic' }
}

const masks = characters('xX×*_')

const readMasked = (text: string, at: number): ReadNumber | null => {
  if (masks[text.charCodeAt(at)] !== 1 && masks[text.charCodeAt(at + 1)] !== 1) return null
  const found = matchAt(masked, text, at)
  return found ? { value: null, end: at + found[0].length, written: 'masked' } : null
}

/** Where the Chinese numerals that stand at a place end; the place itself where none do. */
export const hanEnd = (text: string, at: number): number => {
  let end = at
  while (end < text.length && end - at < longest && hanNumerals[text.charCodeAt(end)] === 1) end++
  return end
}

const readHan = (text: string, at: number): ReadNumber | null => {
  const end = hanEnd(text, at)
  const value = worthOf(text, at, end)
  return value === null ? null : { value, end, written: 'han' }
}

/** Reads the number that starts at `at`: `98`, `1,200`, `1.5万`, `三十六`, `陆拾万`, `xx` before a unit. */
export const readNumber = (text: string, at: number): ReadNumber | null =>
  readMasked(text, at) ?? readArabic(text, at) ?? readHan(text, at)
