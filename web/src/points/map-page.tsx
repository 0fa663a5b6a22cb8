import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import styles from './map.module.css'
import { type MapPoint, worstFirst } from './map-points.ts'
import { PointBar } from './point-bar.tsx'
import { StatusMark } from './status-mark.tsx'
import { usePointFilter } from './use-point-filter.ts'
import { pointsWords } from './words.ts'

// The library is heavy: it comes with the first map, and no other page carries it.
const PointMap = lazy(() => import('./point-map.tsx').then(({ PointMap: component }) => ({ default: component })))

const MOST = 300

/** Where the points are and how they stand; the same as a list for the keyboard and for a browser that draws no map. */
export const MapPage = () => {
  const t = useWords(pointsWords)
  const filter = usePointFilter('/points/map')
  const [chosen, setChosen] = useState<MapPoint | null>(null)
  const map = useQuery(orpc.points.map.queryOptions({ input: filter.input }))
  const points = map.data?.points ?? []
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
      {map.isError ? <ProblemNotice problem={map.error} onRetry={map.refetch} /> : null}
      {map.isPending ? <Waiting rows={10} /> : null}
      {map.data && points.length === 0 ? <EmptyState title={t('map.none')}>{t('map.none.detail')}</EmptyState> : null}
      {map.data && points.length > 0 ? (
        <>
          <div className={styles.map}>
            <Suspense fallback={<Waiting rows={10} />}>
              <PointMap
                label={t('map.label', { count: points.length })}
                points={points}
                units={map.data.units}
                tiles={map.data.tiles}
                onChoose={setChosen}
              />
            </Suspense>
            {chosen === null ? null : <Chosen point={chosen} onClose={() => setChosen(null)} />}
          </div>
          <Legend points={points} unplaced={map.data.unplaced} notDrawn={map.data.notDrawn} />
          <PointList points={points} />
        </>
      ) : null}
    </Page>
  )
}

const Chosen = ({ point, onClose }: { readonly point: MapPoint; readonly onClose: () => void }) => {
  const t = useWords(pointsWords)
  return (
    <section className={styles.chosen} aria-live="polite">
      <button type="button" aria-label={t('cancel')} onClick={onClose}>
        ×
      </button>
      <Link to="/points/$pointId" params={{ pointId: point.id }}>
        <b>{point.name}</b>
      </Link>
      <span>{point.pointType}</span>
      <span data-status={point.status}>
        <StatusMark status={point.status} /> {t(`status.${point.status}`)}
      </span>
    </section>
  )
}

type LegendProps = { readonly points: readonly MapPoint[]; readonly unplaced: number; readonly notDrawn: number }

const Legend = ({ points, unplaced, notDrawn }: LegendProps) => {
  const t = useWords(pointsWords)
  return (
    <p className={styles.legend}>
      {(['late', 'open', 'unseen', 'good'] as const).map(status => (
        <span key={status} data-status={status}>
          <StatusMark status={status} /> {t(`status.${status}`)}{' '}
          {points.filter(point => point.status === status).length}
        </span>
      ))}
      {notDrawn === 0 ? null : <b>{t('map.notDrawn', { count: notDrawn })}</b>}
      {unplaced === 0 ? null : <span>{t('map.unplaced', { count: unplaced })}</span>}
    </p>
  )
}

const PointList = ({ points }: { readonly points: readonly MapPoint[] }) => {
  const t = useWords(pointsWords)
  const shown = worstFirst(points).slice(0, MOST)
  return (
    <section className={styles.list}>
      <h2>{t('map.list')}</h2>
      <ul>
        {shown.map(point => (
          <li key={point.id} data-status={point.status}>
            <StatusMark status={point.status} />
            <Link to="/points/$pointId" params={{ pointId: point.id }}>
              {point.name}
            </Link>
            <small>
              {point.pointType} · {t(`status.${point.status}`)}
            </small>
          </li>
        ))}
      </ul>
      {points.length > shown.length ? <p>{t('import.more', { count: points.length - shown.length })}</p> : null}
    </section>
  )
}
