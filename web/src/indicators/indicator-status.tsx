import type { Indicator } from '@luoshi/contract/indicators'
import { useWords } from '../ui/i18n.ts'
import { valueWords } from './indicator-words.ts'
import styles from './indicators.module.css'
import { indicatorWords } from './words.ts'

const signs = { met: '✓', unmet: '✕', unknown: '?', fragile: '≈' } as const

/** Met, unmet, unknown or fragile, and on hover why. */
export const IndicatorStatus = ({ indicator: { status, interval, unit } }: { readonly indicator: Indicator }) => {
  const t = useWords(indicatorWords)
  const why = interval
    ? `${t(`why_${status}`)}\n${t('interval', { low: valueWords(interval.low, unit), high: valueWords(interval.high, unit) })}`
    : t(`why_${status}`)
  return (
    <span className={`${styles.status} ${styles[status]}`} title={why}>
      <i aria-hidden>{signs[status]}</i> {t(`status_${status}`)}
    </span>
  )
}
