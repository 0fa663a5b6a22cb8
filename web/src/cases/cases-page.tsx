import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Checkbox, Popover, Segmented, Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { type CaseSearch, filterOf, isNarrowed } from './case-filter.ts'
import styles from './cases.module.css'
import { CasesBoard } from './cases-board.tsx'
import { CasesList } from './cases-list.tsx'
import { CasesMap } from './cases-map.tsx'
import { NoticesList } from './notices-list.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { caseWords } from './words.ts'

const route = getRouteApi('/shell/cases')
const views = ['list', 'board', 'map', 'notices'] as const
const origins = ['visit', 'patrol', 'resident', 'media', 'hotline', 'hand'] as const

/** Everything that is wrong and until when it is mended: as a list, a board, a map; and the notices that were issued. */
export const CasesPage = () => {
  const t = useWords(caseWords)
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const put = (next: CaseSearch) => void navigate({ search: { ...search, ...next }, replace: true })
  const view = views.find(one => one === search.view) ?? 'list'
  const filter = filterOf(search)
  const turn = () => put({ view: view === 'board' ? undefined : 'board' })
  const clear = isNarrowed(search)
    ? () => void navigate({ search: view === 'list' ? {} : { view }, replace: true })
    : undefined
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      width={view === 'list' ? 'normal' : 'wide'}
      acts={
        <>
          {may('case.assign') && (
            <Link to="/cases/categories">
              <Button>{t('categories')}</Button>
            </Link>
          )}
          {may('case.open') && (
            <Link to="/cases/new">
              <Button type="primary">{t('new')}</Button>
            </Link>
          )}
        </>
      }
    >
      <div className={styles.views}>
        <Segmented
          value={view}
          onChange={value => put({ view: value === 'list' ? undefined : value })}
          options={views.map(value => ({ value, label: t(`view_${value}`) }))}
        />
      </div>
      {view !== 'notices' && <Bar search={search} put={put} />}
      {view === 'list' && <CasesList key={JSON.stringify(filter)} filter={filter} onClear={clear} onTurn={turn} />}
      {view === 'board' && <CasesBoard filter={filter} onTurn={turn} />}
      {view === 'map' && <CasesMap filter={filter} />}
      {view === 'notices' && <NoticesList />}
    </Page>
  )
}

type BarProps = { readonly search: CaseSearch; readonly put: (next: CaseSearch) => void }

const Bar = ({ search, put }: BarProps) => {
  const t = useWords(caseWords)
  const onBoard = search.view === 'board' || search.view === 'map'
  const { open: _, ...filters } = { ...filterOf(search), open: undefined }
  return (
    <ListBar
      search={search.q ?? ''}
      onSearch={q => put({ q })}
      hint={t('search')}
      spreadsheet={{
        noun: 'cases',
        filters: { ...filters, ...(search.open !== 'all' && { open: search.open !== 'no' }) },
      }}
    >
      {!onBoard && (
        <Segmented
          className={styles.open ?? ''}
          value={search.open === 'no' ? 'no' : search.open === 'all' ? 'all' : ''}
          onChange={value => put({ open: value || undefined, state: undefined })}
          options={[
            { value: '', label: t('open') },
            { value: 'no', label: t('over') },
            { value: 'all', label: t('all') },
          ]}
        />
      )}
      <Select
        className={styles.select ?? ''}
        value={search.light ?? ''}
        aria-label={t('lightAny')}
        onChange={value => put({ light: value || undefined })}
        options={[
          { value: '', label: t('lightAny') },
          { value: 'red', label: t('light_red') },
          { value: 'yellow', label: t('light_yellow') },
        ]}
      />
      <Popover trigger="click" placement="bottomRight" content={<More search={search} put={put} />}>
        <Button>{t('more')}</Button>
      </Popover>
    </ListBar>
  )
}

const More = ({ search, put }: BarProps) => {
  const t = useWords(caseWords)
  const { data: categories = [] } = useQuery(orpc.cases.categories.queryOptions({ input: {}, staleTime: 60_000 }))
  return (
    <div className={styles.more}>
      <UnitChoice value={search.unit ?? null} onChange={unit => put({ unit })} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search.category ?? null}
        placeholder={t('filterCategory')}
        onChange={category => put({ category: category ?? undefined })}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        allowClear
        value={search.origin ?? null}
        placeholder={t('filterOrigin')}
        onChange={origin => put({ origin: origin ?? undefined })}
        options={origins.map(value => ({ value, label: t(`origin_${value}`) }))}
      />
      <Checkbox
        checked={search.mine === 'yes'}
        onChange={({ target }) => put({ mine: target.checked ? 'yes' : undefined })}
      >
        {t('mine')}
      </Checkbox>
      <Checkbox
        checked={search.listed === 'yes'}
        onChange={({ target }) => put({ listed: target.checked ? 'yes' : undefined })}
      >
        {t('listedOnly')}
      </Checkbox>
      <Checkbox
        checked={search.escalated === 'yes'}
        onChange={({ target }) => put({ escalated: target.checked ? 'yes' : undefined })}
      >
        {t('escalatedOnly')}
      </Checkbox>
    </div>
  )
}
