import { daysBetween } from '@luoshi/rules/plain-date'
import type { WallChart } from './shapes.ts'
import type { Zoom } from './timeline.ts'
import { evenWindow } from './timeline.ts'
import { layOutWall, type Row, type WallLayout } from './wall-layout.ts'

/** Room for the chart on a sheet of paper or a screen, without its units and its ruler. */
export type Room = { readonly width: number; readonly height: number }

/** The chart stretched to the width there is, its units spread over as many pages as they need; at least one. */
export const wallPages = (chart: WallChart, { width, height }: Room): readonly WallLayout[] => {
  const zoom = zoomFor(chart, width)
  const { from, to } = evenWindow(chart.from, chart.to, zoom)
  const whole = layOutWall(chart, zoom, width / (daysBetween(from, to) + 1))
  return spread(whole.rows, height).map(rows => ({
    ...whole,
    rows,
    height: rows.reduce((sum, row) => sum + row.height, 0),
  }))
}

/** The finest ruler whose numbers still have room. */
const zoomFor = ({ from, to }: WallChart, width: number): Zoom => {
  const day = width / (daysBetween(from, to) + 1)
  return day >= 26 ? 'day' : day >= 5 ? 'week' : 'month'
}

const spread = (rows: readonly Row[], room: number): readonly (readonly Row[])[] => {
  const pages: Row[][] = [[]]
  let used = 0
  for (const row of rows) {
    if (used > 0 && used + row.height > room) {
      pages.push([])
      used = 0
    }
    const shift = used - row.y
    pages.at(-1)?.push({ ...row, y: used, bars: row.bars.map(bar => ({ ...bar, y: bar.y + shift })) })
    used += row.height
  }
  return pages
}
