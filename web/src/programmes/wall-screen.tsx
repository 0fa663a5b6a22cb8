import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { localTime } from '@luoshi/rules/local-time'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { countdownWords } from './countdown-words.ts'
import type { WallChart } from './shapes.ts'
import styles from './wall.module.css'
import { Legend } from './wall-legend.tsx'
import { type Room, wallPages } from './wall-pages.ts'
import { namesWidth, rulerHeight } from './wall-svg.tsx'
import { WallWhole } from './wall-whole.tsx'
import { programmeWords } from './words.ts'

type Props = { readonly programme: ProgrammeOverview; readonly chart: WallChart; readonly at: number }

const pageMs = 12_000

/** For a screen on the wall: nothing to press, read from across the room; it renews itself and turns its own pages. */
export const WallScreen = ({ programme, chart, at }: Props) => {
  const t = useWords(programmeWords)
  const search = useSearch({ strict: false })
  const area = useRef<HTMLDivElement>(null)
  const room = useRoom(area)
  const pages = useMemo(() => (room ? pagesIn(chart, room) : []), [chart, room])
  const turn = useTurn(pages.length)
  const page = pages[turn % Math.max(1, pages.length)]
  const { countdown, assignments } = programme
  return (
    <div className={styles.screen}>
      <header>
        <h1>{programme.title}</h1>
        <span className={styles.figures}>
          <b className={styles.figureDone}>{assignments.confirmed}</b> {t('ofTotal', { total: assignments.total })}
          <b className={styles.figureLate}>{assignments.late}</b> {t('late')}
          {countdown && <em>{countdownWords(countdown, t)}</em>}
        </span>
        <span className={styles.refreshed}>
          {t('refreshed', { time: localTime(new Date(at)).time.slice(0, 5) })}
          <Button size="small" onClick={() => void document.documentElement.requestFullscreen()}>
            {t('fullScreen')}
          </Button>
          <Link to="." search={{ ...search, screen: undefined }}>
            <Button size="small">{t('leaveScreen')}</Button>
          </Link>
        </span>
      </header>
      <div ref={area} className={styles.fill}>
        {page && <WallWhole layout={page} title={programme.title} />}
      </div>
      <footer className={styles.screenFoot}>
        <Legend />
        {pages.length > 1 && (
          <span>
            {(turn % pages.length) + 1} / {pages.length}
          </span>
        )}
      </footer>
    </div>
  )
}

const pagesIn = (chart: WallChart, { width, height }: Room) => {
  const inner = { width: width - namesWidth, height }
  const ruler = rulerHeight(wallPages(chart, inner)[0] ?? { flagLines: 2, bands: [] })
  return wallPages(chart, { ...inner, height: height - ruler })
}

const useRoom = (area: React.RefObject<HTMLElement | null>): Room | null => {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    if (!area.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(area.current)
    return () => observer.disconnect()
  }, [area])
  return room
}

/** Goes on to the next page every while. */
const useTurn = (pages: number): number => {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setTurn(now => now + 1), pageMs)
    return () => clearInterval(timer)
  }, [pages])
  return turn
}
