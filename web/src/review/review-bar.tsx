import type { PlanSummary } from '@luoshi/contract/plans'
import type { Review } from '@luoshi/contract/review'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Popover } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { useTitle } from '../ui/use-title.ts'
import styles from './review-bar.module.css'
import { waitingFor } from './waiting.ts'
import { reviewWords } from './words.ts'

type Props = {
  readonly plan: PlanSummary
  readonly review: Review
  readonly thisYear: number
  readonly canChange: boolean
  readonly canPublish: boolean
  readonly onNextError: () => void
  readonly onNextWaiting: () => void
  readonly onYear: (year: number) => Promise<void>
  readonly onPublish: () => void
}

/** Where the review stands: how much is confirmed, what has to be mended, and the way on. */
export const ReviewBar = ({ plan, review, onNextError, onNextWaiting, onPublish, canPublish, ...year }: Props) => {
  const t = useWords(reviewWords)
  useTitle(review.title)
  const kept = review.items.filter(({ state }) => state !== 'rejected')
  const confirmed = kept.filter(({ state }) => state === 'confirmed').length
  const errors = review.diagnostics.filter(({ state, severity }) => state === 'open' && severity === 'error').length
  const waiting = kept.filter(item => waitingFor(item) !== null).length
  // The seal is for what comes next: confirming the items until all are decided, then publishing.
  const isReady = errors === 0 && kept.length > 0 && confirmed === kept.length
  const share = kept.length === 0 ? 0 : (confirmed / kept.length) * 100
  return (
    <header className={styles.bar}>
      <Link to="/plans">{t('plans')}</Link>
      <span className={styles.slash}>/</span>
      <h1 title={review.title}>{review.title}</h1>
      <Tag>{t('version', { number: plan.versionNumber })}</Tag>
      {!year.canChange && <Tag>{t('readOnly')}</Tag>}
      <span className={styles.progress} aria-hidden>
        <i style={{ width: `${share}%` }} />
      </span>
      <span className={styles.count}>{t('confirmedOf', { confirmed, all: kept.length })}</span>
      {waiting > 0 && (
        <button type="button" className={styles.waiting} onClick={onNextWaiting} title={t('nextWaiting')}>
          {t('waitingLeft', { count: waiting })} <kbd>n</kbd>
        </button>
      )}
      {errors > 0 ? (
        <button type="button" className={styles.errors} onClick={onNextError} title={t('nextError')}>
          {t('errorsLeft', { count: errors })}
        </button>
      ) : (
        <span className={styles.none}>✓ {t('noErrors')}</span>
      )}
      <span className={styles.acts}>
        {year.canChange && (review.yearMissing || review.year !== null) && <YearFill review={review} {...year} />}
        {canPublish && plan.revisesProgrammeId !== null && (
          <Link to="/plans/$planId/comparison" params={{ planId: plan.id }}>
            <Button type={isReady ? 'primary' : 'default'}>{t('compare')}</Button>
          </Link>
        )}
        {canPublish && plan.revisesProgrammeId === null && (
          <Button type={isReady ? 'primary' : 'default'} onClick={onPublish}>
            {t('publish')}
          </Button>
        )}
      </span>
    </header>
  )
}

const YearFill = ({ review, thisYear, onYear }: Pick<Props, 'review' | 'thisYear' | 'onYear'>) => {
  const t = useWords(reviewWords)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [year, setYear] = useState(review.year ?? thisYear)
  const fill = async () => {
    setBusy(true)
    await onYear(year).then(
      () => setOpen(false),
      () => null,
    )
    setBusy(false)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.year}>
          <p>{t('fillYearWhy')}</p>
          <InputNumber min={1990} max={2100} value={year} onChange={value => setYear(value ?? thisYear)} autoFocus />
          <Button type="primary" loading={busy} onClick={() => void fill()}>
            {t('fillYearDo', { year })}
          </Button>
        </div>
      }
    >
      <Button type={review.yearMissing ? 'default' : 'text'}>
        {t('fillYear')} {review.year ?? ''}
        {review.yearMissing && <i className={styles.dot} />}
      </Button>
    </Popover>
  )
}
