import { DownOutlined } from '@ant-design/icons'
import type { PointRow } from '@luoshi/contract/points'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useMay, useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import { ImportPoints } from './import-points.tsx'
import { PointBar } from './point-bar.tsx'
import { PointForm } from './point-form.tsx'
import { PointStatus } from './point-status.tsx'
import styles from './points.module.css'
import { usePointFilter } from './use-point-filter.ts'
import { pointsWords } from './words.ts'

/** Every place that is inspected, with how it stands. */
export const PointsPage = () => {
  const t = useWords(pointsWords)
  const may = useMay()
  const filter = usePointFilter('/points')
  const mayManage = may('point.manage')
  const pages = usePages(
    orpc.points.list.infiniteOptions({ input: cursor => ({ ...filter.input, cursor, limit: 50 }), ...keyset }),
  )
  const columns = useColumns()
  const close = (): void => filter.narrow({ act: undefined })
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      acts={
        <>
          <LinkButton to="/points/map" search={filter.shared}>
            {t('map')}
          </LinkButton>
          <LinkButton to="/points/labels" search={filter.shared}>
            {t('labels')}
          </LinkButton>
          {mayManage ? (
            <>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'import', label: t('import'), onClick: () => filter.narrow({ act: 'import' }) },
                    { key: 'standards', label: <Link to="/standards">{t('standards')}</Link> },
                  ],
                }}
              >
                <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
                  {t('more')}
                </Button>
              </Dropdown>
              <Button type="primary" onClick={() => filter.narrow({ act: 'add' })}>
                {t('add')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={({ id }) => id}
        empty={<EmptyState title={t('none.title')}>{t('none.detail')}</EmptyState>}
        onClear={filter.isNarrowed ? filter.clear : undefined}
        bar={<PointBar filter={filter} exports={mayManage} archives />}
      />
      {filter.act === 'add' && mayManage ? <PointForm unitId={filter.unit} onClose={close} /> : null}
      {filter.act === 'import' && mayManage ? <ImportPoints onClose={close} /> : null}
    </Page>
  )
}

const useColumns = (): readonly Column<PointRow>[] => {
  const t = useWords(pointsWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  return [
    {
      key: 'name',
      title: t('col.name'),
      phone: 'title',
      cell: ({ id, name, address }) => (
        <>
          <Link to="/points/$pointId" params={{ pointId: id }}>
            <b>{name}</b>
          </Link>
          {address === '' ? null : <small className={styles.under}>{address}</small>}
        </>
      ),
    },
    { key: 'status', title: t('col.status'), cell: point => <PointStatus point={point} /> },
    { key: 'type', title: t('col.type'), cell: ({ pointType }) => pointType },
    { key: 'unit', title: t('col.unit'), cell: ({ unit }) => unit.name },
    {
      key: 'last',
      title: t('col.last'),
      cell: ({ lastVisit }) =>
        lastVisit === null ? (
          <span className={styles.soft}>{t('last.never')}</span>
        ) : (
          <span title={exactWords(lastVisit.at)}>
            {[
              pastWords(said, lastVisit.at, now),
              ...(lastVisit.score === null ? [] : [t('last.score', { score: lastVisit.score })]),
              ...(lastVisit.fails === 0 ? [] : [t('last.fails', { count: lastVisit.fails })]),
            ].join(' · ')}
          </span>
        ),
    },
    {
      key: 'contact',
      title: t('col.contact'),
      phone: 'hide',
      cell: ({ contactName, contactPhone }) => [contactName, contactPhone].filter(part => part !== '').join(' '),
    },
    { key: 'code', title: t('col.code'), phone: 'hide', cell: ({ code }) => <code>{code}</code> },
  ]
}
