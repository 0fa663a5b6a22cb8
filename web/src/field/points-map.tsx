import { useWords } from '../ui/i18n.ts'
import { layOut } from './map-layout.ts'
import type { PointRow } from './point-rows.ts'
import styles from './points-page.module.css'
import { fieldWords } from './words.ts'

const box = { width: 328, height: 420 }
/** More names than this would hide each other. */
const mostNames = 24

type PointsMapProps = { readonly rows: readonly PointRow[]; readonly onOpen: (row: PointRow) => void }

/** Where the points lie to each other; it needs neither a map beneath nor a signal. */
export const PointsMap = ({ rows, onOpen }: PointsMapProps) => {
  const t = useWords(fieldWords)
  const placed = layOut(
    rows.map(row => ({ row, position: row.point.position })),
    box,
  )
  const named = placed.length <= mostNames
  return (
    <div className={styles.map}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`}>
        <title>{t('points.map')}</title>
        <path d="M306 34 L312 16 L318 34 Z" fill="var(--soft)" />
        <text x="307" y="48">
          北
        </text>
        {placed.map(({ item: { row }, x, y }) => (
          // biome-ignore lint/a11y/useSemanticElements: a picture holds no buttons
          <g
            key={row.point.id}
            className={styles.mark}
            data-state={row.state}
            role="button"
            tabIndex={0}
            aria-label={row.point.name}
            transform={`translate(${x} ${y})`}
            onClick={() => onOpen(row)}
            onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && onOpen(row)}
          >
            <circle className={styles.hit} r="25" />
            {row.state === 'done' ? (
              <rect className={styles.dot} x="-7" y="-7" width="14" height="14" rx="3" />
            ) : (
              <circle className={styles.dot} r="8" />
            )}
            {named ? (
              <text x={x > box.width / 2 ? -11 : 11} y="4" textAnchor={x > box.width / 2 ? 'end' : 'start'}>
                {row.point.name}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      {placed.length < rows.length ? (
        <small>{t('points.unplaced', { count: rows.length - placed.length })}</small>
      ) : null}
    </div>
  )
}
