import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useWide } from '../review/use-wide.ts'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import type { WallChart } from './shapes.ts'
import type { Zoom } from './timeline.ts'
import styles from './wall.module.css'
import { layOutWall, type WallLayout } from './wall-layout.ts'
import { Legend } from './wall-legend.tsx'
import { WallPaper } from './wall-paper.tsx'
import { WallScreen } from './wall-screen.tsx'
import { namesWidth, rulerHeight, WallRows, WallRuler } from './wall-svg.tsx'
import { programmeWords } from './words.ts'

const zooms = ['day', 'week', 'month'] as const
const screenRefreshMs = 30_000

type Props = { readonly programme: ProgrammeOverview }

/** 作战图: units down the side, time along the top, every task a bar. Also for paper, and for a screen on the wall. */
export const WallTab = ({ programme }: Props) => {
  const t = useWords(programmeWords)
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const onScreen = search.screen === '1'
  const chart = useQuery(
    orpc.programmes.wallChart.queryOptions({
      input: { id: programme.id },
      ...(onScreen && { refetchInterval: screenRefreshMs, refetchIntervalInBackground: true }),
    }),
  )
  const zoom = zooms.find(one => one === search.zoom) ?? (chart.data ? fittingZoom(chart.data) : 'week')
  const layout = useMemo(() => chart.data && layOutWall(chart.data, zoom), [chart.data, zoom])
  if (chart.isError) return <ProblemNotice problem={chart.error} onRetry={chart.refetch} />
  if (!layout) return <Waiting rows={10} />
  if (layout.rows.length === 0) return <EmptyState title={t('wallEmpty')}>{t('wallEmptyHint')}</EmptyState>
  if (onScreen && chart.data) return <WallScreen programme={programme} chart={chart.data} at={chart.dataUpdatedAt} />
  return (
    <div className={styles.wall}>
      <div className={styles.tools}>
        <Segmented
          value={zoom}
          aria-label={t('zoom')}
          onChange={value => void navigate({ to: '.', search: { ...search, zoom: value }, replace: true })}
          options={zooms.map(value => ({ value, label: t(`zoom_${value}`) }))}
        />
        <Legend />
        <span className={styles.ways}>
          <FileLink path={`/programmes/${programme.id}/wall-chart.png`}>{t('wallPicture')}</FileLink>
          <Button onClick={() => print()}>{t('print')}</Button>
          <Link to="." search={{ ...search, screen: '1' }}>
            <Button>{t('screen')}</Button>
          </Link>
        </span>
      </div>
      <Scrolling layout={layout} />
      {chart.data && <WallPaper chart={chart.data} title={programme.title} />}
    </div>
  )
}

/** The zoom at which a programme of its length fills a screen. */
const fittingZoom = ({ from, to }: WallChart): Zoom => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days <= 40 ? 'day' : days <= 130 ? 'week' : 'month'
}

/** The chart with its units and its ruler staying in view while the rest is scrolled. */
const Scrolling = ({ layout }: { readonly layout: WallLayout }) => {
  const t = useWords(programmeWords)
  const scroller = useRef<HTMLDivElement>(null)
  const top = rulerHeight(layout)
  const names = useWide(721) ? namesWidth : 96
  const { today, zoom } = layout
  // biome-ignore lint/correctness/useExhaustiveDependencies: today comes into view when the zoom changes
  useEffect(() => {
    const view = scroller.current
    if (view && today !== null) view.scrollLeft = Math.max(0, today - (view.clientWidth - names) * 0.4)
  }, [zoom, today])
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={event => event.currentTarget.style.setProperty('--scrolled', `${event.currentTarget.scrollLeft}px`)}
    >
      <div className={styles.grid_} style={{ width: names + layout.width }}>
        <div className={styles.corner} style={{ width: names, height: top }}>
          {t('unit')}
        </div>
        <svg className={styles.top} width={layout.width} height={top} aria-hidden>
          <WallRuler layout={layout} />
        </svg>
        <div className={styles.names} style={{ width: names }}>
          {layout.rows.map(row => (
            <div key={row.unit.id} style={{ height: row.height }} title={row.unit.name}>
              {row.unit.name}
            </div>
          ))}
        </div>
        <svg width={layout.width} height={layout.height} role="img" aria-label={t('tab_wall')}>
          <WallRows layout={layout} />
        </svg>
      </div>
    </div>
  )
}
