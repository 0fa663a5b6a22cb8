import type { RoundRow } from '@luoshi/contract/rounds'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { type Column, DataList } from '../ui/data-list.tsx'
import { dayWord } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ListBar } from '../ui/list-bar.tsx'
import { Page } from '../ui/page.tsx'
import { useMay, useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { uiWords } from '../ui/words.ts'
import { visitWords } from '../visits/words.ts'
import { RoundState } from './round-state.tsx'
import styles from './rounds.module.css'
import { VisitBar } from './visit-bar.tsx'
import { roundWords } from './words.ts'

const route = getRouteApi('/shell/rounds')
const states = ['draft', 'committed', 'drawn', 'ended', 'cancelled'] as const
const kinds = ['open', 'unannounced', 'mutual', 'self', 'patrol'] as const

/** Every round one may know of, newest first. */
export const RoundsPage = () => {
  const t = useWords(roundWords)
  const visited = useWords(visitWords)
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const state = states.find(one => one === search.state)
  const kind = kinds.find(one => one === search.kind)
  const filter = {
    ...(search.q && { q: search.q }),
    ...(state && { state }),
    ...(kind && { kind }),
    ...(search.mine && { mine: true }),
  }
  const pages = usePages(
    orpc.rounds.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: 50, ...(cursor && { cursor }) }),
      ...keyset,
    }),
  )
  const columns = useColumns()
  const put = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next }, replace: true })
  const prepare = may('round.manage') ? (
    <LinkButton to="/rounds/new" primary>
      {t('new')}
    </LinkButton>
  ) : undefined
  const acts = (
    <>
      <LinkButton to="/visits">{visited('title')}</LinkButton>
      {prepare}
    </>
  )
  return (
    <Page title={t('title')} sub={t('sub')} acts={acts}>
      <DataList
        label={t('title')}
        pages={pages}
        columns={columns}
        idOf={round => round.id}
        bar={
          <ListBar search={search.q ?? ''} onSearch={q => put({ q })} hint={t('search')}>
            <Select
              aria-label={t('colState')}
              value={search.mine ? 'mine' : (state ?? '')}
              onChange={value =>
                put(value === 'mine' ? { state: undefined, mine: '1' } : { state: value, mine: undefined })
              }
              options={[
                { value: '', label: t('allStates') },
                ...(may('visit.record') ? [{ value: 'mine', label: t('mine') }] : []),
                ...states.map(value => ({ value, label: t(`state_${value}`) })),
              ]}
              popupMatchSelectWidth={false}
            />
            <Select
              aria-label={t('colTitle')}
              value={kind ?? ''}
              onChange={value => put({ kind: value })}
              options={[
                { value: '', label: t('allKinds') },
                ...kinds.map(value => ({ value, label: t(`kind_${value}`) })),
              ]}
              popupMatchSelectWidth={false}
            />
          </ListBar>
        }
        empty={
          <EmptyState title={t('empty')} act={prepare}>
            {t(may('round.manage') ? 'emptyHint' : 'emptyInspector')}
          </EmptyState>
        }
        onClear={Object.values(filter).length > 0 ? () => void navigate({ search: {}, replace: true }) : undefined}
      />
    </Page>
  )
}

const useColumns = (): readonly Column<RoundRow>[] => {
  const t = useWords(roundWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  return [
    {
      key: 'title',
      title: t('colTitle'),
      phone: 'title',
      cell: round => (
        <>
          <Link className={styles.title ?? ''} to="/rounds/$roundId" params={{ roundId: round.id }}>
            {round.title}
          </Link>
          <div className={styles.soft}>
            {round.unit.name}
            {round.programme ? ` · ${round.programme.title}` : ''}
          </div>
        </>
      ),
    },
    { key: 'state', title: t('colState'), width: 220, cell: round => <RoundState round={round} /> },
    {
      key: 'points',
      title: t('colPoints'),
      width: 170,
      cell: round =>
        round.state === 'drawn' || round.state === 'ended' ? (
          <VisitBar round={round} />
        ) : (
          <span className={styles.soft}>{t('planned', { count: round.points })}</span>
        ),
    },
    {
      key: 'failing',
      title: t('colFailing'),
      width: 130,
      cell: ({ failing, mineLeft }) => (
        <>
          {failing > 0 ? <span className={styles.late}>{t('failing', { count: failing })}</span> : null}
          {mineLeft > 0 ? <div className={styles.soon}>{t('mineLeft', { count: mineLeft })}</div> : null}
        </>
      ),
    },
    {
      key: 'time',
      title: t('colTime'),
      width: 190,
      cell: ({ startsOn, endsOn }) => (
        <span className={styles.soft} title={`${startsOn} – ${endsOn}`}>
          {t('dates', { from: dayWord(said, startsOn, today), to: dayWord(said, endsOn, today) })}
        </span>
      ),
    },
  ]
}
