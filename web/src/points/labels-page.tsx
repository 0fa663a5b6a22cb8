import { PrinterOutlined } from '@ant-design/icons'
import type { PointRow } from '@luoshi/contract/points'
import { useQuery } from '@tanstack/react-query'
import { Button, QRCode, Select } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './labels.module.css'
import { PointBar } from './point-bar.tsx'
import { sheetsOf } from './sheets-of.ts'
import { type PointFilter, usePointFilter } from './use-point-filter.ts'
import { pointsWords } from './words.ts'

/** How many labels a sheet of A4 takes. */
const sizes = [8, 18, 24] as const
type Size = (typeof sizes)[number]

/** Labels to print, cut and put up: name, unit, code, and a code to scan that opens the point's page. */
export const LabelsPage = () => {
  const t = useWords(pointsWords)
  const filter = usePointFilter('/points/labels')
  const [size, setSize] = useState<Size>(8)
  const points = useQuery({
    queryKey: [...orpc.points.key(), 'labels', filter.input],
    queryFn: () => allPoints(filter.input),
  })
  const count = points.data?.length ?? 0
  return (
    <Page
      title={t('labels.title')}
      sub={t('labels.sub', { count, perPage: size })}
      acts={
        <>
          <LinkButton to="/points" search={filter.shared}>
            {t('list')}
          </LinkButton>
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} disabled={count === 0} onClick={() => print()}>
            {t('labels.print')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <PointBar filter={filter} />
        <Select
          aria-label={t('labels.size')}
          value={size}
          onChange={setSize}
          options={sizes.map(value => ({ value, label: t('labels.size.n', { count: value }) }))}
        />
      </div>
      {points.isError ? <ProblemNotice problem={points.error} onRetry={points.refetch} /> : null}
      {points.isPending ? <Waiting rows={8} /> : null}
      {points.data && count === 0 ? <EmptyState title={t('labels.none')} /> : null}
      <div className={styles.sheets} data-size={size}>
        {sheetsOf(points.data ?? [], size).map((sheet, index) => (
          <section key={sheet[0]?.id} className={styles.sheet} aria-label={t('labels.page', { page: index + 1 })}>
            {sheet.map(point => (
              <Label key={point.id} point={point} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  )
}

const Label = ({ point: { code, name, unit, pointType } }: { readonly point: PointRow }) => {
  const t = useWords(pointsWords)
  return (
    <article className={styles.label}>
      {/* The code stands beside it in letters. */}
      <span className={styles.code} aria-hidden="true">
        <QRCode
          type="svg"
          value={`${location.origin}/p/${code}`}
          bordered={false}
          errorLevel="M"
          style={{ width: '100%', height: '100%' }}
        />
      </span>
      <div>
        <b>{name}</b>
        <span>{pointType}</span>
        {unit.name === name ? null : <span>{unit.name}</span>}
        <code>{code}</code>
        <small>{t('labels.scan')}</small>
      </div>
    </article>
  )
}

/** Every point of the filter: a sheet that lacked some would not be noticed. */
const allPoints = async (input: PointFilter['input']): Promise<readonly PointRow[]> => {
  const all: PointRow[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await api.points.list({ ...input, cursor, limit: 200 })
    all.push(...items)
    if (next === null) return all
    cursor = next
  }
}
