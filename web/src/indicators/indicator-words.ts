import type { Indicator } from '@luoshi/contract/indicators'

const signs: Readonly<Record<Indicator['op'], string>> = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' }

/** 「98%」「3 处」: a number with its unit; a percent sign stands close. */
export const valueWords = (value: number, unit: string): string => {
  const number = Number(value.toFixed(2)).toLocaleString('zh-CN')
  return unit === '%' ? `${number}%` : unit === '' ? number : `${number} ${unit}`
}

/** 「≥ 98%」; null where the plan masks its number. */
export const targetWords = ({ op, target, unit }: Indicator): string | null =>
  target === null ? null : `${signs[op]} ${valueWords(target, unit)}`

/** One reading of the whole programme, by hand or from the record. */
export type WholeReading = Pick<Indicator['measurements'][number], 'id' | 'on' | 'value' | 'numerator' | 'denominator'>

/** The readings of the whole programme in order of time: what the chart draws. Where the record gives them, nobody's hand does. */
export const wholeReadings = ({ measurements, source, recorded }: Indicator): readonly WholeReading[] =>
  source === null
    ? measurements.filter(({ unit }) => unit === null).toSorted((one, other) => (one.on < other.on ? -1 : 1))
    : recorded.map(share => ({ ...share, id: share.on, value: (100 * share.numerator) / share.denominator }))

export const latestReading = (indicator: Indicator) => wholeReadings(indicator).at(-1) ?? null
