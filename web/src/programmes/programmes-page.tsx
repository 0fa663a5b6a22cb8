import type { ProgrammeSummary } from '@luoshi/contract/programmes'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { Tag } from '../ui/tag.tsx'
import { keyset, usePages } from '../ui/use-pages.ts'
import { countdownWords } from './countdown-words.ts'
import styles from './programmes.module.css'
import { ProgressBar } from './progress-bar.tsx'
import { programmeWords } from './words.ts'

const route = getRouteApi('/shell/programmes')
const statuses = ['running', 'paused', 'ended'] as const

/** Every programme within reach, and how far each has come. */
export const ProgrammesPage = () => {
  const t = useWords(programmeWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const status = statuses.find(one => one === search.status)
  const filter = { ...(search.q && { q: search.q }), ...(status && { status }) }
  const pages = usePages(
    orpc.programmes.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const columns = useColumns()
  const put = (next: { q?: string; status?: string }) =>
    void navigate({ search: { ...search, ...next }, replace: true })
  return (
    <Page title={t('title')} sub={t('sub')}>
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={programme => programme.id}
        bar={
          <ListBar search={search.q ?? ''} onSearch={q => put({ q })} hint={t('search')}>
            <Segmented
              value={status ?? ''}
              onChange={value => put({ status: value })}
              options={[
                { value: '', label: t('all') },
                ...statuses.map(value => ({ value, label: t(`status_${value}`) })),
              ]}
            />
          </ListBar>
        }
        empty={
          <EmptyState
            title={t('empty')}
            act={
              <Link to="/plans">
                <Button>{t('toPlans')}</Button>
              </Link>
            }
          >
            {t('emptyHint')}
          </EmptyState>
        }
        onClear={search.q || status ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
    </Page>
  )
}

const useColumns = (): readonly Column<ProgrammeSummary>[] => {
  const t = useWords(programmeWords)
  return [
    {
      key: 'title',
      title: t('colTitle'),
      phone: 'title',
      cell: programme => (
        <>
          <Link className={styles.title ?? ''} to="/programmes/$programmeId" params={{ programmeId: programme.id }}>
            {programme.title}
          </Link>{' '}
          {programme.status !== 'running' && <Tag>{t(`status_${programme.status}`)}</Tag>}
          <div className={styles.soft}>{programme.unit.name}</div>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('colProgress'),
      width: 210,
      cell: ({ assignments }) => (
        <span className={styles.progress}>
          <ProgressBar {...assignments} />
          {assignments.confirmed} / {assignments.total}
        </span>
      ),
    },
    {
      key: 'late',
      title: t('colLate'),
      width: 80,
      align: 'right',
      cell: ({ id, assignments: { late } }) =>
        late === 0 ? (
          <span className={styles.soft}>
            <span className={styles.phoneLabel}>{t('late')} </span>0
          </span>
        ) : (
          <Link
            className={styles.late ?? ''}
            to="/programmes/$programmeId/$tab"
            params={{ programmeId: id, tab: 'tasks' }}
            search={{ timeliness: 'late' }}
          >
            <span className={styles.phoneLabel}>{t('late')} </span>
            {late}
          </Link>
        ),
    },
    {
      key: 'missed',
      title: t('colMissed'),
      width: 80,
      align: 'right',
      phone: 'hide',
      cell: ({ missed }) => <span className={missed > 0 ? styles.late : styles.soft}>{missed}</span>,
    },
    {
      key: 'time',
      title: t('colTime'),
      width: 200,
      phone: 'hide',
      cell: ({ startsOn, endsOn }) => (
        <span className={styles.soft}>
          {startsOn || endsOn ? t('dates', { from: startsOn ?? '…', to: endsOn ?? '…' }) : t('openDates')}
        </span>
      ),
    },
    {
      key: 'countdown',
      title: t('colCountdown'),
      width: 190,
      cell: ({ countdown }) => countdown && <span title={countdown.on}>{countdownWords(countdown, t)}</span>,
    },
  ]
}
