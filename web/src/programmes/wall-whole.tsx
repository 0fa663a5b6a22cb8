import styles from './wall.module.css'
import type { WallLayout } from './wall-layout.ts'
import { namesWidth, rulerHeight, WallNames, WallRows, WallRuler } from './wall-svg.tsx'

/** A page of the chart in one piece, for paper or a screen on the wall. */
export const WallWhole = ({ layout, title }: { readonly layout: WallLayout; readonly title: string }) => {
  const top = rulerHeight(layout)
  return (
    <svg
      className={styles.whole}
      width={namesWidth + layout.width}
      height={top + layout.height}
      viewBox={`0 0 ${namesWidth + layout.width} ${top + layout.height}`}
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
