import { type DateRange, inRange } from './date-range.ts'
import type { PlainDate } from './plain-date.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** 达标, 未达标, 未知, 易反弹. */
export type IndicatorStatus = 'met' | 'unmet' | 'unknown' | 'fragile'

export type TargetOperator = '>=' | '<=' | '=' | '>' | '<'

/** `value` in the target's unit. A share by sample carries the counts it comes from. */
export type Reading = {
  readonly on: PlainDate
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
}

export type IndicatorTarget = {
  readonly op: TargetOperator
  /** Null where the plan's number is masked. */
  readonly value: number | null
  readonly unit: string
}

export type IndicatorReading = {
  readonly status: IndicatorStatus
  /** The reading that counts; null when unknown. */
  readonly latest: Reading | null
  /** In the target's unit; null where the reading carries no sample. */
  readonly interval: Interval | null
}

/** How many readings before the latest can make a target that is met fragile. */
export const recentReadings = 3

/** For so many days a reading by hand speaks for its indicator; work plans are judged by the year. */
export const daysOfAReading = 366

/**
 * Where an indicator stands by its readings within a window. Unknown without one; fragile where the target is met but was not
 * within the last readings, or where the sample could as well come from a share that misses it.
 */
export const indicatorStatus = (
  target: IndicatorTarget,
  readings: readonly Reading[],
  window: DateRange,
): IndicatorReading => {
  const valid = readings
    .filter(reading => inRange(reading.on, window) && Number.isFinite(amountOf(reading, target)))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const latest = valid.at(-1) ?? null
  if (latest === null || target.value === null) return { status: 'unknown', latest, interval: null }
  const interval = intervalOf(latest, target)
  if (!isMet(target, amountOf(latest, target))) return { status: 'unmet', latest, interval }
  const flipped = valid.slice(-recentReadings - 1, -1).some(reading => !isMet(target, amountOf(reading, target)))
  return { status: flipped || isCrossed(target, interval) ? 'fragile' : 'met', latest, interval }
}

/** Whether a value satisfies the target. Rounded as people write shares: 66.67 meets two thirds. */
export const isMet = ({ op, value: target }: IndicatorTarget, value: number): boolean => {
  if (target === null) return false
  const difference = Math.round((value - target) * 100) / 100
  switch (op) {
    case '>=':
      return difference >= 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '<':
      return difference < 0
    case '=':
      return difference === 0
  }
}

const isSample = ({ numerator, denominator }: Reading, { unit }: IndicatorTarget): boolean =>
  unit === '%' &&
  numerator !== null &&
  denominator !== null &&
  denominator > 0 &&
  numerator >= 0 &&
  numerator <= denominator

const amountOf = (reading: Reading, target: IndicatorTarget): number =>
  isSample(reading, target) ? (100 * (reading.numerator ?? 0)) / (reading.denominator ?? 1) : reading.value

const intervalOf = (reading: Reading, target: IndicatorTarget): Interval | null => {
  if (!isSample(reading, target)) return null
  const { low, high } = wilsonInterval(reading.numerator ?? 0, reading.denominator ?? 1)
  return { low: low * 100, high: high * 100 }
}

/** A target of all or none is met by a sample that is all or none: no sample could ever lie clear of it. */
const isCrossed = (target: IndicatorTarget, interval: Interval | null): boolean => {
  if (interval === null || target.value === null || target.op === '=') return false
  if (target.op === '>=' || target.op === '>') return target.value < 100 && !isMet(target, interval.low)
  return target.value > 0 && !isMet(target, interval.high)
}
