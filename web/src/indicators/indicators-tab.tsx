import type { Indicator } from '@luoshi/contract/indicators'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { SentenceLink } from '../programmes/sentence-link.tsx'
import { useWide } from '../review/use-wide.ts'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { offers } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { IndicatorStatus } from './indicator-status.tsx'
import { latestReading, targetWords, valueWords } from './indicator-words.ts'
import styles from './indicators.module.css'
import { ReadingChart } from './reading-chart.tsx'
import { ReadingDialog } from './reading-dialog.tsx'
import { SourceDialog } from './source-dialog.tsx'
import { indicatorWords } from './words.ts'

/** Every target with its readings, and whether it is met. */
export const IndicatorsTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(indicatorWords)
  const [measuring, setMeasuring] = useState<Indicator | null>(null)
  const [sourcing, setSourcing] = useState<Indicator | null>(null)
  const { data, error, refetch } = useQuery(orpc.indicators.list.queryOptions({ input: { id: programmeId } }))
  if (error) return <ProblemNotice problem={error} onRetry={refetch} />
  if (!data) return <Waiting rows={10} />
  if (data.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
  const count = (status: Indicator['status']) => data.filter(one => one.status === status).length
  return (
    <>
      <p className={styles.counts}>
        {t('counts', {
          met: count('met'),
          unmet: count('unmet'),
          fragile: count('fragile'),
          unknown: count('unknown'),
        })}
      </p>
      <div className={styles.cards}>
        {data.map(indicator => (
          <IndicatorCard
            key={indicator.id}
            indicator={indicator}
            onMeasure={() => setMeasuring(indicator)}
            onSource={() => setSourcing(indicator)}
          />
        ))}
      </div>
      {sourcing && <SourceDialog indicator={sourcing} onClose={() => setSourcing(null)} />}
      {measuring && <ReadingDialog indicator={measuring} onClose={() => setMeasuring(null)} />}
    </>
  )
}

type CardProps = {
  readonly indicator: Indicator
  readonly onMeasure: () => void
  readonly onSource: () => void
}

const IndicatorCard = ({ indicator, onMeasure, onSource }: CardProps) => {
  const t = useWords(indicatorWords)
  const wide = useWide(721)
  const { subject, unit, span, programmeId, status, interval, source } = indicator
  const latest = latestReading(indicator)
  const target = targetWords(indicator)
  return (
    <article className={styles.card}>
      <header>
        <h2>{subject}</h2>
        <IndicatorStatus indicator={indicator} />
      </header>
      <p className={styles.soft}>
        {target ? t('target', { target }) : t('noTarget')} ·{' '}
        {latest ? t('latest', { value: valueWords(latest.value, unit), on: latest.on }) : t('never')}
        {source === null
          ? ''
          : ` · ${
              latest === null
                ? t('fromRecord')
                : t('fromRecordSample', { numerator: latest.numerator ?? 0, denominator: latest.denominator ?? 0 })
            }`}
      </p>
      {latest ? (
        <ReadingChart indicator={indicator} width={wide ? 520 : 330} height={wide ? 170 : 150} large />
      ) : (
        <div className={styles.blank} />
      )}
      <p className={styles.why}>
        {t(`why_${status}`)}
        {interval && t('interval', { low: valueWords(interval.low, unit), high: valueWords(interval.high, unit) })}
      </p>
      <footer>
        {unit === '%' && offers(indicator, 'indicator.manage') && <Button onClick={onSource}>{t('source')}</Button>}
        {source === null && offers(indicator, 'indicator.measure') && <Button onClick={onMeasure}>{t('add')}</Button>}
        {span && <SentenceLink programmeId={programmeId} span={span} />}
      </footer>
      {indicator.measurements.length > 0 && <Readings indicator={indicator} />}
    </article>
  )
}

const Readings = ({ indicator: { measurements, unit } }: { readonly indicator: Indicator }) => {
  const t = useWords(indicatorWords)
  const newestFirst = measurements.toSorted((one, other) => (one.on > other.on ? -1 : 1))
  return (
    <details className={styles.readings}>
      <summary>
        {t('readings')} {measurements.length}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('colOn')}</th>
            <th scope="col">{t('colValue')}</th>
            <th scope="col">{t('colSample')}</th>
            <th scope="col">{t('colUnit')}</th>
            <th scope="col">{t('colBy')}</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(reading => (
            <tr key={reading.id} title={reading.note ?? undefined}>
              <td>{reading.on}</td>
              <td>{valueWords(reading.value, unit)}</td>
              <td>
                {reading.numerator !== null && reading.denominator !== null
                  ? t('sample', { numerator: reading.numerator, denominator: reading.denominator })
                  : ''}
              </td>
              <td>{reading.unit?.name ?? t('whole')}</td>
              <td>{reading.by.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
