import type { Indicator } from '@luoshi/contract/indicators'
import { useWords } from '../ui/i18n.ts'
import { IndicatorStatus } from './indicator-status.tsx'
import { latestReading, targetWords, valueWords } from './indicator-words.ts'
import styles from './indicators.module.css'
import { ReadingChart } from './reading-chart.tsx'
import { indicatorWords } from './words.ts'

/** One indicator at a glance. */
export const IndicatorTile = ({ indicator }: { readonly indicator: Indicator }) => {
  const t = useWords(indicatorWords)
  const latest = latestReading(indicator)
  const target = targetWords(indicator)
  return (
    <div className={styles.tile}>
      <span className={styles.subject}>{indicator.subject}</span>
      <IndicatorStatus indicator={indicator} />
      <b className={styles.value}>{latest ? valueWords(latest.value, indicator.unit) : '—'}</b>
      <small>{target ? t('target', { target }) : t('noTarget')}</small>
      {latest && <ReadingChart indicator={indicator} width={200} height={44} />}
    </div>
  )
}
