import type { Indicator } from '@luoshi/contract/indicators'
import { dayNumber } from '@luoshi/rules/plain-date'
import { useWords } from '../ui/i18n.ts'
import { niceScale, yOf } from './chart-scale.ts'
import { valueWords, wholeReadings } from './indicator-words.ts'
import styles from './indicators.module.css'
import { indicatorWords } from './words.ts'

type Props = {
  readonly indicator: Indicator
  readonly width: number
  readonly height: number
  /** With numbers down the side, days below and a dot for each reading; without, a small picture. */
  readonly large?: boolean
}

/** Readings over time with the line of the target and, for the last, the interval its sample allows. */
export const ReadingChart = ({ indicator, width, height, large = false }: Props) => {
  const t = useWords(indicatorWords)
  const readings = wholeReadings(indicator)
  const { target, interval, unit, subject, status } = indicator
  const scale = niceScale(
    [
      ...readings.map(({ value }) => value),
      ...(target === null ? [] : [target]),
      ...(interval ? [interval.low, interval.high] : []),
    ],
    large ? 4 : 2,
  )
  const [left, right, top, bottom] = large ? [54, 16, 10, 24] : [2, 8, 4, 4]
  const [inner, tall] = [width - left - right, height - top - bottom]
  const days = readings.map(({ on }) => dayNumber(on))
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 1]
  const x = (on: string): number =>
    left + (first === last ? inner / 2 : ((dayNumber(on) - first) / (last - first)) * inner)
  const y = (value: number): number => top + yOf(scale, value, tall)
  const line = readings.map(({ on, value }, index) => `${index === 0 ? 'M' : 'L'}${x(on)} ${y(value)}`).join('')
  const end = readings.at(-1)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('chart', { subject })}
      data-status={status}
    >
      {large &&
        scale.ticks.map(tick => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className={styles.gridLine} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {valueWords(tick, unit === '%' ? '%' : '')}
            </text>
          </g>
        ))}
      {target !== null && (
        <line x1={left} x2={width - right} y1={y(target)} y2={y(target)} className={styles.targetLine} />
      )}
      {end && interval && (
        <g className={styles.interval}>
          <line x1={x(end.on)} x2={x(end.on)} y1={y(interval.low)} y2={y(interval.high)} />
          <line x1={x(end.on) - 4} x2={x(end.on) + 4} y1={y(interval.low)} y2={y(interval.low)} />
          <line x1={x(end.on) - 4} x2={x(end.on) + 4} y1={y(interval.high)} y2={y(interval.high)} />
        </g>
      )}
      <path d={line} className={styles.line} />
      {readings.map((reading, index) =>
        large || index === readings.length - 1 ? (
          <circle key={reading.id} cx={x(reading.on)} cy={y(reading.value)} r={large ? 3.5 : 3} className={styles.dot}>
            <title>{`${reading.on} ${valueWords(reading.value, unit)}`}</title>
          </circle>
        ) : null,
      )}
      {large && readings[0] && end && (
        <>
          <text x={x(readings[0].on)} y={height - 6} textAnchor={first === last ? 'middle' : 'start'}>
            {readings[0].on.slice(5)}
          </text>
          {first !== last && (
            <text x={x(end.on)} y={height - 6} textAnchor="end">
              {end.on.slice(5)}
            </text>
          )}
        </>
      )}
    </svg>
  )
}
