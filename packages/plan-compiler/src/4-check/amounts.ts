import type { Span } from '../plan.ts'
import { clued, matchAt } from '../scan/clues.ts'
import { readNumber } from '../vocabulary/numerals.ts'
import { hitsOf } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** A number with its unit. Money is in yuan, whatever it is written in. */
export type Amount = Span & {
  readonly value: number
  readonly unit: string
  readonly numberEnd: number
  readonly written: string
}

const starts = clued(/(?<![\d.,A-Za-z年月第])\d/g)
const units = clued(
  /(?:余|多)?(元|个|名|人|户|处|家|座|块|支|项|次|场|份|台|辆|套|栋|件|所|平方米|公里|米|亩|张|只|盏|套)(?!\/|每|以[上下内])/y,
)

/** Every number with a unit, left to right. */
export const amountsOf = (plan: CheckedPlan): readonly Amount[] =>
  hitsOf(plan, starts).flatMap(({ start }) => {
    const number = readNumber(plan.text, start)
    if (!number || number.value === null) return []
    const unit = matchAt(units, plan.text, number.end)
    if (!unit || /^[余多]/.test(unit[0])) return []
    const end = number.end + unit[0].length
    const written = plan.text.slice(start, number.end)
    return [{ start, end, numberEnd: number.end, value: number.value, unit: unit[1] ?? '', written }]
  })

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

/** The same, with the mark of the scale: `60万`. */
export const writtenLike = (amount: Amount, value: number): string => {
  const scale = scales.find(([mark]) => amount.written.endsWith(mark))
  return scale ? `${trimmed(value / scale[1])}${scale[0]}` : trimmed(value)
}
