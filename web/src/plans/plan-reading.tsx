import type { PlanSummary, Reading } from '@luoshi/contract/plans'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useLook } from '../ui/look.ts'
import { useTitle } from '../ui/use-title.ts'
import styles from './plans.module.css'
import { plansWords } from './words.ts'

const steps = ['queued', 'decoding', 'reading', 'checking', 'saving'] as const
const order: readonly string[] = steps

/** A document while it is read in the background, or why it could not be. */
export const PlanReading = ({ plan }: { readonly plan: PlanSummary }) => {
  const t = useWords(plansWords)
  const client = useQueryClient()
  const input = { id: plan.id }
  const { data: reading } = useQuery(
    orpc.plans.reading.queryOptions({
      input,
      staleTime: 0,
      refetchInterval: query => (query.state.data?.status === 'reading' || !query.state.data ? 700 : false),
    }),
  )
  const over = reading !== undefined && reading.status !== plan.status
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: orpc.plans.key() })
  }, [over, client])
  useTitle(t('readingTitle', { name: plan.sourceName }))

  if (plan.status === 'failed') return <Failure plan={plan} failure={reading?.failure ?? null} />
  const at = order.indexOf(reading?.step ?? 'queued')
  return (
    <section className={styles.reading} aria-live="polite">
      <h1>{t('readingTitle', { name: plan.sourceName })}</h1>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('status_reading')}
        aria-valuenow={reading?.progress ?? 0}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${reading?.progress ?? 2}%` }} />
      </div>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step} data-now={index === at} data-done={index < at || reading?.step === 'done'}>
            {index < at || reading?.step === 'done' ? '✓ ' : ''}
            {t(`step_${step}`)}
          </li>
        ))}
      </ol>
      <p className={styles.soft}>{t('readingHint')}</p>
    </section>
  )
}

type FailureProps = {
  readonly plan: PlanSummary
  readonly failure: Reading['failure']
}

const Failure = ({ plan, failure }: FailureProps) => {
  const t = useWords(plansWords)
  const told = failure?.[useLook().language]
  const revises = plan.revisesProgrammeId
  return (
    <section className={styles.reading}>
      <h1>{plan.sourceName}</h1>
      <div className={styles.failure} role="alert">
        <b>{told?.title ?? t('failedTitle')}</b>
        <p>{told?.detail}</p>
      </div>
      <p className={styles.soft}>{t('failedKeep')}</p>
      <div>
        <Link to="/plans/new" search={revises ? { revises } : {}}>
          <Button type="primary">{t('failedRetry')}</Button>
        </Link>
      </div>
    </section>
  )
}
