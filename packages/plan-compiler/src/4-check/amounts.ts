import type { Span } from '../plan.ts'
import { characters, isDigit } from '../scan/characters.ts'
import { clued, matchAt, mayHoldFrom } from '../scan/clues.ts'
import { readNumber } from '../vocabulary/numerals.ts'
import type { CheckedPlan } from './rule.ts'

/** A number with its unit. Money is in yuan, whatever it is written in. */
export type Amount = Span & {
  readonly value: number
  readonly unit: string
  readonly numberEnd: number
  readonly written: string
}

/** What a digit that begins a number does not follow: another digit, a sign among digits, a date. */
const notBefore = characters(`0123456789.,年月第${'abcdefghijklmnopqrstuvwxyz'}${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'}`)
const units = clued(
  /(元|个|名|人|户|处|家|座|块|支|项|次|场|份|台|辆|套|栋|件|所|平方米|公里|米|亩|张|只|盏|部|株|棵|根|条|艘|桶|箱|床|顶|吨|辆)(?!\/|每|以[上下内])/y,
)

/** `上半年30台`: no date. */
const isHalfYear = (text: string, at: number): boolean => text.startsWith('半年', at - 2)

const anyDigit = clued(/\d/)
/** So much is read from where a digit may stand before that is asked again. */
const stretch = 32

/** Every number with a unit, left to right. */
export const amountsOf = ({ text, reading }: CheckedPlan): readonly Amount[] => {
  const found: Amount[] = []
  const { start, end } = reading.span
  for (let at = mayHoldFrom(anyDigit, text, start); at < end; at = mayHoldFrom(anyDigit, text, at))
    for (const stop = Math.min(end, at + stretch); at < stop; at++) {
      if (!isDigit(text.charCodeAt(at)) || (notBefore[text.charCodeAt(at - 1)] === 1 && !isHalfYear(text, at))) continue
      const amount = amountAt(text, at)
      if (amount) found.push(amount)
    }
  return found
}

const [andMore, orSo] = [...'余多'].map(c => c.charCodeAt(0))

const amountAt = (text: string, start: number): Amount | null => {
  const number = readNumber(text, start)
  if (!number || number.value === null) return null
  const after = text.charCodeAt(number.end)
  const unit = after === andMore || after === orSo ? null : matchAt(units, text, number.end)
  if (!unit) return null
  const end = number.end + unit[0].length
  const written = text.slice(start, number.end)
  return { start, end, numberEnd: number.end, value: number.value, unit: unit[1] ?? '', written }
}

const scales: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
]

const trimmed = (value: number): string => String(Number(value.toFixed(4)))

/** The unit as written beside a number, `万元` and the like. */
export const writtenUnit = ({ written, unit }: Amount): string =>
  `${scales.find(([mark]) => written.endsWith(mark))?.[0] ?? ''}${unit}`

/** A value in the scale in which an amount is written: 600000 beside `60万元` is 60. */
export const inScaleOf = (amount: Amount, value: number): number => {
  const scale = scales.find(([mark]) => amount.written.endsWith(mark))?.[1] ?? 1
  return Number(trimmed(value / scale))
}
