import { partsOf } from '@luoshi/rules/plain-date'
import { taskName } from '@luoshi/rules/task-name'
import { useNavigate } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useWords } from '../ui/i18n.ts'
import { lowerTicks, monthTicks, xOf } from './timeline.ts'
import styles from './wall.module.css'
import { type Bar, barHeight, labelIn, shortened, type WallLayout } from './wall-layout.ts'
import { programmeWords } from './words.ts'

const monthLine = 24
const tickLine = 22
const flagLine = 20
const bandLine = 24

export const rulerHeight = ({ flagLines, bands }: Pick<WallLayout, 'flagLines' | 'bands'>): number =>
  monthLine + tickLine + (bands.length > 0 ? bandLine : 0) + flagLines * flagLine + 4

type Props = { readonly layout: WallLayout }

/** Months, days, phases and flags along the top. */
export const WallRuler = ({ layout }: Props) => {
  const { from, to, day, zoom, bands, flags, today } = layout
  const t = useWords(programmeWords)
  const bottom = rulerHeight(layout)
  const bandTop = monthLine + tickLine
  const flagTop = bandTop + (bands.length > 0 ? bandLine : 0)
  return (
    <g className={styles.ruler}>
      <rect width={layout.width} height={bottom} className={styles.ground} />
      {monthTicks(from, to).map(tick => {
        const { year, month } = partsOf(tick.from)
        const x = xOf(from, tick.from, day)
        const words = month === 1 || tick.from === from ? t('monthOf', { year, month }) : t('month', { month })
        return (
          <g key={tick.from}>
            <line x1={x} x2={x} y2={bottom} className={styles.month} />
            {tick.days * day > 34 && (
              <text x={x + 6} y={16} className={styles.strong}>
                {words}
              </text>
            )}
          </g>
        )
      })}
      {lowerTicks(zoom, from, to).map(tick => (
        <text key={tick.from} x={xOf(from, tick.from, day) + 5} y={monthLine + 15}>
          {tickWords(tick.from, zoom, t)}
        </text>
      ))}
      {bands.map((band, index) => (
        <g key={band.id}>
          <title>{band.name}</title>
          <rect
            x={band.x + 1}
            y={bandTop + 1}
            width={Math.max(0, band.width - 2)}
            height={bandLine - 4}
            rx={3}
            className={index % 2 === 0 ? styles.band : styles.bandOther}
          />
          <text x={band.x + 8} y={bandTop + 15} className={styles.strong}>
            {labelIn(band.name, band.width)}
          </text>
        </g>
      ))}
      {flags.map(flag => (
        <g key={flag.id} transform={`translate(${flag.x} ${flagTop + flag.line * flagLine})`}>
          <title>{`${flag.on} ${flag.text}`}</title>
          <line y1={2} y2={bottom - flagTop - flag.line * flagLine} className={styles.pole} />
          <path d="M0 2 L9 6.5 L0 11 Z" className={styles.flag} />
          <text x={flag.flipped ? -5 : 13} y={12} textAnchor={flag.flipped ? 'end' : 'start'}>
            {flag.words}
          </text>
        </g>
      ))}
      {today !== null && <path d={`M${today - 5} ${bottom - 7} h10 l-5 7 z`} className={styles.todayMark} />}
    </g>
  )
}

const tickWords = (date: string, zoom: WallLayout['zoom'], t: ReturnType<typeof useWords<typeof programmeWords>>) => {
  const { day } = partsOf(date)
  if (zoom !== 'month') return day
  return t(day <= 10 ? 'thirds_0' : day <= 20 ? 'thirds_1' : 'thirds_2')
}

/** Bands, grid, bars and the line of today. */
export const WallRows = ({ layout }: Props) => {
  const { from, to, day, zoom, bands, flags, rows, width, height, today } = layout
  return (
    <g>
      {bands.map((band, index) =>
        index % 2 === 0 ? (
          <rect key={band.id} x={band.x} width={band.width} height={height} className={styles.bandGround} />
        ) : null,
      )}
      {lowerTicks(zoom, from, to).map(({ from: at }) => (
        <line key={at} x1={xOf(from, at, day)} x2={xOf(from, at, day)} y2={height} className={styles.grid} />
      ))}
      {rows.map(row => (
        <line key={row.unit.id} x2={width} y1={row.y + row.height} y2={row.y + row.height} className={styles.rule} />
      ))}
      {flags.map(flag => (
        <line key={flag.id} x1={flag.x} x2={flag.x} y2={height} className={styles.pole} />
      ))}
      {rows.flatMap(row => row.bars.map(bar => <WallBar key={`${row.unit.id}${bar.assignmentId}`} bar={bar} />))}
      {today !== null && <line x1={today} x2={today} y2={height} className={styles.today} />}
    </g>
  )
}

const marks: Readonly<Record<string, string>> = { confirmed: '✓ ', returned: '↩ ', submitted: '… ' }

/** How a bar is painted: late before anything else. */
export const barLook = ({ state, late }: Pick<Bar, 'state' | 'late'>) => {
  if (late && state !== 'confirmed') return 'late'
  if (state === 'accepted' || state === 'in-progress') return 'going'
  return state === 'confirmed' || state === 'submitted' || state === 'returned' ? state : 'assigned'
}

const WallBar = ({ bar }: { readonly bar: Bar }) => {
  const t = useWords(programmeWords)
  const navigate = useNavigate()
  const look = barLook(bar)
  const open = () => void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: bar.assignmentId } })
  const mark = look === 'late' ? '! ' : (marks[bar.state] ?? '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={`${styles.bar} ${styles[look]}`}
      role="button"
      tabIndex={0}
      aria-label={`${bar.text} · ${t(`bar_${look}`)}`}
      onClick={open}
      onKeyDown={event => event.key === 'Enter' && open()}
    >
      <title>{`${bar.text}\n${bar.from} — ${bar.to ?? '…'} · ${t(`bar_${look}`)}`}</title>
      <rect
        x={bar.x + 1}
        y={bar.y}
        width={bar.width - 2}
        height={barHeight}
        rx={4}
        strokeDasharray={bar.open ? '4 3' : undefined}
      />
      {bar.width > 40 && (
        <svg x={bar.x} y={bar.y} width={bar.width - 4} height={barHeight} aria-hidden>
          <text x={7} y={14.5} style={inView(bar)}>
            {mark + taskName(bar.text)}
          </text>
        </svg>
      )}
    </g>
  )
}

/** The label of a bar that begins left of the view stays in view, as long as the bar does. */
const inView = ({ x, width }: Bar): CSSProperties => ({
  transform: `translateX(clamp(0px, calc(var(--scrolled, 0px) - ${x}px), ${Math.max(0, width - 70)}px))`,
})

export const namesWidth = 168

/** The units down the left side, for the chart in one piece (paper, big screen). */
export const WallNames = ({ layout }: Props) => (
  <g>
    {layout.rows.map(row => (
      <g key={row.unit.id}>
        <text x={8} y={row.y + row.height / 2 + 4.5} className={styles.strong}>
          {shortened(row.unit.name, 12)}
        </text>
        <line x2={namesWidth} y1={row.y + row.height} y2={row.y + row.height} className={styles.rule} />
      </g>
    ))}
  </g>
)
