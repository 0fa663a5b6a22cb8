import type { PlanSummary } from '@luoshi/contract/plans'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Button, Segmented } from 'antd'
import { useEffect, useRef } from 'react'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { offers, useMay, useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { keyset, type Pages, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import styles from './plans.module.css'
import { plansWords } from './words.ts'

const route = getRouteApi('/shell/plans')
const statuses = ['reading', 'review', 'published', 'failed', 'withdrawn'] as const

/** Every plan within reach: what is being read, what waits for a review, what runs. */
export const PlansPage = () => {
  const t = useWords(plansWords)
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const status = statuses.find(one => one === search.status)
  const filter = { ...(search.q && { q: search.q }), ...(status && { status }) }
  const pages = usePages(
    orpc.plans.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  useWatch(pages)
  const columns = useColumns()
  const put = (next: { q?: string; status?: string }) =>
    void navigate({ search: { ...search, ...next }, replace: true })
  const importAct = may('plan.import') ? (
    <>
      <Link to="/write">
        <Button>{t('write')}</Button>
      </Link>
      <Link to="/plans/new">
        <Button type="primary">{t('new')}</Button>
      </Link>
    </>
  ) : undefined
  return (
    <Page title={t('title')} sub={t('sub')} acts={importAct}>
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={plan => plan.id}
        bar={
          <ListBar search={search.q ?? ''} onSearch={q => put({ q })} hint={t('search')}>
            <Segmented
              className={styles.statuses ?? ''}
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
          <EmptyState title={t('empty')} act={importAct}>
            {t('emptyHint')}
          </EmptyState>
        }
        onClear={search.q || status ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
    </Page>
  )
}

/** Asks again while a document in the list is being read. */
const useWatch = ({ items, retry }: Pages<PlanSummary>): void => {
  const again = useRef(retry)
  again.current = retry
  const isReading = items.some(plan => plan.status === 'reading')
  useEffect(() => {
    if (!isReading) return
    const timer = setInterval(() => again.current(), 1500)
    return () => clearInterval(timer)
  }, [isReading])
}

const useColumns = (): readonly Column<PlanSummary>[] => {
  const t = useWords(plansWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return [
    {
      key: 'title',
      title: t('colTitle'),
      phone: 'title',
      cell: plan => (
        <>
          <Link className={styles.title ?? ''} to="/plans/$planId" params={{ planId: plan.id }}>
            {plan.title}
          </Link>
          {(plan.versionNumber > 1 || plan.revisesProgrammeId) && (
            <>
              {' '}
              <Tag tone="info">{t('version', { number: plan.versionNumber })}</Tag>
            </>
          )}
        </>
      ),
    },
    { key: 'status', title: t('colStatus'), width: 104, cell: plan => <Status plan={plan} /> },
    { key: 'progress', title: t('colProgress'), width: 190, cell: plan => <Reviewed plan={plan} /> },
    { key: 'unit', title: t('colUnit'), width: 150, phone: 'hide', cell: plan => plan.unit.name },
    {
      key: 'when',
      title: t('colWhen'),
      width: 190,
      cell: plan => (
        <span className={styles.soft} title={`${plan.sourceName} · ${exactWords(plan.createdAt)}`}>
          {t('by', { who: plan.createdBy.name, when: pastWords(said, plan.createdAt, now) })}
        </span>
      ),
    },
    { key: 'act', title: '', width: 150, align: 'right', phone: 'act', cell: plan => <Acts plan={plan} /> },
  ]
}

const tones = { reading: 'info', review: 'soon', published: 'done', failed: 'late', withdrawn: 'plain' } as const

const Status = ({ plan }: { readonly plan: PlanSummary }) => {
  const t = useWords(plansWords)
  return <Tag tone={tones[plan.status]}>{t(`status_${plan.status}`)}</Tag>
}

const Reviewed = ({ plan: { status, confirmed, items, errors } }: { readonly plan: PlanSummary }) => {
  const t = useWords(plansWords)
  if (items === 0 || status === 'reading') return null
  return (
    <span className={styles.reviewed}>
      <span className={styles.track} aria-hidden>
        <i style={{ width: `${(confirmed / items) * 100}%` }} />
      </span>
      {t('confirmedOf', { confirmed, items })}
      {errors > 0 && status === 'review' && <span className={styles.errors}>{t('errors', { count: errors })}</span>}
    </span>
  )
}

const Acts = ({ plan }: { readonly plan: PlanSummary }) => {
  const t = useWords(plansWords)
  const notify = useNotify()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const withdraw = useMutation(
    orpc.plans.withdraw.mutationOptions({
      onSuccess: () => {
        notify.done(t('withdrawn', { title: plan.title }))
        void client.invalidateQueries({ queryKey: orpc.plans.key() })
      },
      onError: notify.refused,
    }),
  )
  const canWithdraw = (plan.status === 'review' || plan.status === 'failed') && offers(plan, 'plan.review')
  const ask = () =>
    modal.confirm({
      title: t('withdrawAsk', { title: plan.title }),
      content: t('withdrawWhy'),
      okText: t('withdraw'),
      onOk: () => withdraw.mutateAsync({ id: plan.id }).catch(() => null),
    })
  return (
    <span className={styles.acts}>
      {canWithdraw && (
        <Button type="text" onClick={ask}>
          {t('withdraw')}
        </Button>
      )}
      {plan.programmeId ? (
        <Link to="/programmes/$programmeId" params={{ programmeId: plan.programmeId }}>
          <Button>{t('programme')}</Button>
        </Link>
      ) : (
        <Link to="/plans/$planId" params={{ planId: plan.id }}>
          <Button>{plan.status === 'review' && offers(plan, 'plan.review') ? t('review') : t('see')}</Button>
        </Link>
      )}
    </span>
  )
}
