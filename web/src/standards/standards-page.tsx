import type { StandardRow } from '@luoshi/contract/standards'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { NewStandard } from './new-standard.tsx'
import { StandardState } from './standard-state.tsx'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

/** What each type of point is held to. */
export const StandardsPage = () => {
  const t = useWords(standardsWords)
  const may = useMay()
  const navigate = useNavigate({ from: '/standards' })
  const { q = '', archived, act } = useSearch({ from: '/shell/standards' })
  const isArchived = archived === 'yes'
  const pages = usePages(
    orpc.standards.list.infiniteOptions({
      input: cursor => ({ q: q || undefined, archived: isArchived, cursor, limit: 50 }),
      ...keyset,
    }),
  )
  const mayManage = may('standard.manage')
  const begin = (): void => void navigate({ search: before => ({ ...before, act: 'new' }) })
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      acts={
        <>
          {may('point.read') ? <LinkButton to="/points">{t('points')}</LinkButton> : null}
          {mayManage ? (
            <Button type="primary" onClick={begin}>
              {t('new')}
            </Button>
          ) : null}
        </>
      }
    >
      <DataList
        label={t('title')}
        pages={pages}
        columns={columnsOf(t)}
        idOf={({ id }) => id}
        empty={<EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>}
        onClear={q === '' && !isArchived ? undefined : () => void navigate({ search: {}, replace: true })}
        bar={
          <ListBar
            search={q}
            onSearch={next => void navigate({ search: before => ({ ...before, q: next || undefined }), replace: true })}
            hint={t('search')}
          >
            <Select
              aria-label={t('filter.label')}
              value={isArchived ? 'yes' : ''}
              onChange={next =>
                void navigate({ search: before => ({ ...before, archived: next || undefined }), replace: true })
              }
              options={[
                { value: '', label: t('filter.used') },
                { value: 'yes', label: t('filter.archived') },
              ]}
            />
          </ListBar>
        }
      />
      {act === 'new' && mayManage ? (
        <NewStandard onClose={() => void navigate({ search: before => ({ ...before, act: undefined }) })} />
      ) : null}
    </Page>
  )
}

const columnsOf = (t: ReturnType<typeof useWords<typeof standardsWords>>): readonly Column<StandardRow>[] => [
  {
    key: 'title',
    title: t('col.title'),
    phone: 'title',
    cell: ({ id, title, programme }) => (
      <>
        <Link to="/standards/$standardId" params={{ standardId: id }}>
          <b>{title}</b>
        </Link>
        {programme === null ? null : <small className={styles.under}>{programme.title}</small>}
      </>
    ),
  },
  { key: 'type', title: t('col.type'), cell: ({ pointType }) => pointType },
  { key: 'unit', title: t('col.unit'), cell: ({ unit }) => unit.name },
  {
    key: 'criteria',
    title: t('col.criteria'),
    align: 'right',
    cell: ({ criteria, critical }) => (
      <>
        {t('count.criteria', { count: criteria })}
        {critical === 0 ? null : <small className={styles.soft}> {t('count.critical', { count: critical })}</small>}
      </>
    ),
  },
  { key: 'points', title: t('col.points'), align: 'right', cell: ({ points }) => t('count.points', { count: points }) },
  { key: 'state', title: t('col.state'), cell: standard => <StandardState standard={standard} /> },
]
