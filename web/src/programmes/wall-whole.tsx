import styles from './wall.module.css'
import type { WallLayout } from './wall-layout.ts'
import { namesWidth, rulerHeight, WallNames, WallRows, WallRuler } from './wall-svg.tsx'

/** The chart in one piece, scaled to the paper or the screen it is on. */
export const WallWhole = ({ layout, title }: { readonly layout: WallLayout; readonly title: string }) => {
  const top = rulerHeight(layout)
  return (
    <svg
      className={styles.whole}
      viewBox={`0 0 ${namesWidth + layout.width} ${top + layout.height}`}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      aria-label={title}
    >
      <g transform={`translate(${namesWidth} ${top})`}>
        <WallRows layout={layout} />
      </g>
      <g transform={`translate(${namesWidth} 0)`}>
        <WallRuler layout={layout} />
      </g>
      <g transform={`translate(0 ${top})`}>
        <WallNames layout={layout} />
      </g>
    </svg>
  )
}
