import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { PlaceMap } from '../ui/place-map.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { PointBar } from './point-bar.tsx'
import { usePointFilter } from './use-point-filter.ts'
import { pointsWords } from './words.ts'

/** Where the points are and how they stand. */
export const MapPage = () => {
  const t = useWords(pointsWords)
  const filter = usePointFilter('/points/map')
  const { data, isPending, error, refetch } = useQuery(orpc.points.map.queryOptions({ input: filter.input }))
  const names = useMemo(() => data?.units.map(({ points, ...unit }) => ({ ...unit, count: points })) ?? [], [data])
  return (
    <Page
      title={t('map.title')}
      width="wide"
      acts={
        <LinkButton to="/points" search={filter.shared}>
          {t('list')}
        </LinkButton>
      }
    >
      <PointBar filter={filter} />
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={10} /> : null}
      {data?.points.length === 0 ? <EmptyState title={t('map.none')}>{t('map.none.detail')}</EmptyState> : null}
      {data && data.points.length > 0 ? (
        <PlaceMap
          label={t('map.label', { count: data.points.length })}
          places={data.points}
          names={names}
          tiles={data.tiles}
          word={status => t(`status.${status}`)}
          link={({ id, name }) => (
            <Link to="/points/$pointId" params={{ pointId: id }}>
              {name}
            </Link>
          )}
          line={({ pointType }) => pointType}
          listTitle={t('map.list')}
          leftOut={
            <>
              {data.notDrawn === 0 ? null : <b>{t('map.notDrawn', { count: data.notDrawn })}</b>}
              {data.unplaced === 0 ? null : <span>{t('map.unplaced', { count: data.unplaced })}</span>}
            </>
          }
        />
      ) : null}
    </Page>
  )
}
