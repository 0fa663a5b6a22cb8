import { useMemo } from 'react'
import type { WallChart } from './shapes.ts'
import styles from './wall.module.css'
import { Legend } from './wall-legend.tsx'
import { wallPages } from './wall-pages.ts'
import { namesWidth } from './wall-svg.tsx'
import { WallWhole } from './wall-whole.tsx'

/** A3 on its side less its margins, in CSS pixels, less the units, the ruler, the title and the legend. */
const sheet = { width: 1500 - namesWidth, height: 780 }

/** The chart on sheets of A3, seen only by the printer. */
export const WallPaper = ({ chart, title }: { readonly chart: WallChart; readonly title: string }) => {
  const pages = useMemo(() => wallPages(chart, sheet), [chart])
  return (
    <div className={styles.paper} aria-hidden>
      {pages.map((page, index) => (
        <section key={page.rows[0]?.unit.id ?? index}>
          <h1>
            {title}
            {pages.length > 1 && <small>{` ${index + 1} / ${pages.length}`}</small>}
          </h1>
          <WallWhole layout={page} title={title} />
          <Legend />
        </section>
      ))}
    </div>
  )
}
