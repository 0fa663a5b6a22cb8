import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
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
const ways = ['type', 'unit', 'criterion'] as const

/** Points without a failure, by type or by unit; criteria conforming, of one type. */
export const PointsPart = () => {
  const t = useWords(resultsWords)
  const [by, setBy] = useState<(typeof ways)[number]>('type')
  const [days, setDays] = useState(30)
  const [chosen, setChosen] = useState<string>()
  const types = useQuery(orpc.points.types.queryOptions({ input: {} }))
  const pointType = chosen ?? (by === 'criterion' ? types.data?.[0]?.pointType : undefined)
  const shares = useQuery({
    ...orpc.results.conforming.queryOptions({ input: { by, days, target, ...(pointType && { pointType }) } }),
    enabled: by !== 'criterion' || pointType !== undefined,
  })
  return (
    <>
      <div className={styles.bar}>
        <Segmented value={by} onChange={setBy} options={ways.map(value => ({ value, label: t(`by.${value}`) }))} />
        <Select
          aria-label={t('pointType')}
          placeholder={t('pointType')}
          style={{ minWidth: 170 }}
          allowClear={by !== 'criterion'}
          value={pointType ?? null}
          onChange={value => setChosen(value ?? undefined)}
          options={(types.data ?? []).map(type => ({ value: type.pointType, label: type.pointType }))}
        />
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
