import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { DaysChoice } from './days-choice.tsx'
import styles from './results.module.css'
import { ShareTable } from './share-table.tsx'
import { resultsWords } from './words.ts'

const target = 90
const measures = ['on-time', 'first-pass', 'closed'] as const
const ways = ['unit', 'category'] as const

/** Cases mended in time, at the first go, and closed. */
export const CasesPart = () => {
  const t = useWords(resultsWords)
  const [measure, setMeasure] = useState<(typeof measures)[number]>('on-time')
  const [by, setBy] = useState<(typeof ways)[number]>('unit')
  const [days, setDays] = useState(30)
  const shares = useQuery(orpc.results.cases.queryOptions({ input: { measure, by, days, target } }))
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          value={measure}
          onChange={setMeasure}
          options={measures.map(value => ({ value, label: t(`measure.${value}`) }))}
        />
        <Segmented value={by} onChange={setBy} options={ways.map(value => ({ value, label: t(`by.${value}`) }))} />
        <DaysChoice days={days} onDays={setDays} />
        <span className={styles.soft}>
          {shares.data ? t('window', shares.data) : ''} · {t('target', { target })}
        </span>
      </div>
      {shares.isError ? <ProblemNotice problem={shares.error} onRetry={shares.refetch} /> : null}
      {shares.isLoading ? <Waiting rows={6} /> : null}
      {shares.data?.rows.length === 0 ? <EmptyState title={t('none')}>{t('none.hint')}</EmptyState> : null}
      {shares.data && shares.data.rows.length > 0 ? <ShareTable {...shares.data} target={target} /> : null}
    </>
  )
}
