import { addDays, daysBetween } from '@luoshi/rules/plain-date'
import { barLanes } from './bar-lanes.ts'
import { milestoneName } from './milestone-name.ts'
import type { WallChart } from './shapes.ts'
import { dayWidth, evenWindow, xOf, type Zoom } from './timeline.ts'

export type Bar = WallChart['rows'][number]['bars'][number] & {
  readonly x: number
  readonly y: number
  readonly width: number
  /** No end is known: drawn as going on. */
  readonly open: boolean
}
export type Row = {
  readonly unit: WallChart['rows'][number]['unit']
  readonly y: number
  readonly height: number
  readonly bars: readonly Bar[]
}
export type Band = { readonly id: string; readonly name: string; readonly x: number; readonly width: number }
export type Flag = {
  readonly id: string
  readonly text: string
  readonly on: string
  readonly x: number
  readonly line: number
  /** Empty where there is no room. */
  readonly words: string
  readonly flipped: boolean
}

export type WallLayout = {
  readonly from: string
  readonly to: string
  readonly zoom: Zoom
  readonly day: number
  readonly width: number
  readonly height: number
  readonly rows: readonly Row[]
  readonly bands: readonly Band[]
  readonly flags: readonly Flag[]
  readonly flagLines: number
  readonly today: number | null
}

export const barHeight = 20
const barGap = 4
const rowPadding = 7
const openDays = 21
const letter = 12
const flagLetters = 12
const flagLinesMost = 2

/** Everything the wall chart draws, in pixels from its upper left corner. */
export const layOutWall = (chart: WallChart, zoom: Zoom, day = dayWidth[zoom]): WallLayout => {
  const { from, to } = evenWindow(chart.from, chart.to, zoom)
  const width = (daysBetween(from, to) + 1) * day
  const place = { from, day, width }
  const rows = layOutRows(chart, place)
  const flags = layOutFlags(chart, place)
  const today = xOf(from, chart.today, day) + day / 2
  return {
    from,
    to,
    zoom,
    day,
    width,
    height: rows.reduce((sum, row) => sum + row.height, 0),
    rows,
    bands: layOutBands(chart, place),
    flags,
    flagLines: Math.max(1, ...flags.map(({ line }) => line + 1)),
    today: today >= 0 && today <= width ? today : null,
  }
}

type Place = { readonly from: string; readonly day: number; readonly width: number }

const layOutRows = (chart: WallChart, { from, day, width }: Place): readonly Row[] => {
  let y = 0
  return chart.rows.map(row => {
    const spans = row.bars.map(bar => {
      const x = Math.max(0, xOf(from, bar.from, day))
      const end = bar.to ?? addDays(bar.from, openDays)
      const right = Math.min(width, xOf(from, end, day) + day)
      return { bar, x, right: Math.max(right, x + 6) }
    })
    const { lanes, count } = barLanes(
      spans.map(({ bar, x, right }) => ({ id: bar.assignmentId, left: x, right })),
      3,
    )
    const height = Math.max(1, count) * (barHeight + barGap) - barGap + rowPadding * 2
    const top = y
    y += height
    return {
      unit: row.unit,
      y: top,
      height,
      bars: spans.map(({ bar, x, right }) => ({
        ...bar,
        x,
        width: right - x,
        y: top + rowPadding + (lanes.get(bar.assignmentId) ?? 0) * (barHeight + barGap),
        open: bar.to === null,
      })),
    }
  })
}

const layOutBands = ({ phases }: WallChart, { from, day, width }: Place): readonly Band[] =>
  phases.flatMap(({ id, name, startsOn, endsOn }) => {
    if (!startsOn && !endsOn) return []
    const x = Math.max(0, startsOn ? xOf(from, startsOn, day) : 0)
    const right = Math.min(width, endsOn ? xOf(from, endsOn, day) + day : width)
    return right > x ? [{ id, name, x, width: right - x }] : []
  })

/**
 * Flags whose words would meet stand on another line; where two lines will not do, a flag stands without words. Near the
 * right edge the words stand on the left of their flag.
 */
const layOutFlags = ({ milestones }: WallChart, { from, day, width }: Place): readonly Flag[] => {
  const placed = milestones.map(({ id, text, on }) => {
    const words = shortened(milestoneName(text), flagLetters)
    const [x, long] = [xOf(from, on, day) + day / 2, words.length * letter + 16]
    return { id, text, on, x, words, long, flipped: x + long > width }
  })
  const { lanes } = barLanes(
    placed.map(({ id, x, long, flipped }) =>
      flipped ? { id, left: x - long, right: x + 10 } : { id, left: x, right: x + long },
    ),
    4,
  )
  return placed.map(({ long: _, ...flag }) => {
    const line = lanes.get(flag.id) ?? 0
    return { ...flag, line: Math.min(line, flagLinesMost - 1), words: line < flagLinesMost ? flag.words : '' }
  })
}

/** What of a milestone's words fits on a flag. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** What of a bar's words fits into it, at about 12 pixels a character; nothing where only a stub would. */
export const labelIn = (text: string, width: number): string => {
  const fits = Math.floor((width - 12) / 12)
  return fits < 3 ? '' : shortened(text, fits)
}
