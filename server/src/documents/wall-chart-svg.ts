import type { wallChart } from '@luoshi/contract/programmes'
import { daysBetween } from '@luoshi/rules/plain-date'
import type * as z from 'zod'
import { monthsWithin } from './chart-days.ts'

export type WallChart = z.infer<typeof wallChart>

const LEFT = 170
const WIDTH = 1600
const TOP = 132
const BAR = 20
const GAP = 5
const colour = {
  ink: '#1F2328',
  soft: '#6B6F76',
  rule: '#E4E0D8',
  wash: '#F3F0E9',
  seal: '#B3352B',
  bamboo: '#4B7A5A',
  indigo: '#2F5D8A',
  sheet: '#FFFFFF',
} as const
const SANS = "'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif"
const SERIF = "'STZhongsong','Noto Serif CJK SC',serif"

/** The wall chart as one picture: phases as bands, a row for each unit, tasks as bars, milestones as flags, today as a red line. */
export const wallChartSvg = (title: string, chart: WallChart): string => {
  const x = scale(chart)
  const rows = laidOut(chart)
  const height = TOP + rows.reduce((sum, row) => sum + row.height, 0) + 40
  const today = chart.today >= chart.from && chart.today <= chart.to ? x(chart.today) : null
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 30}" height="${height}" viewBox="0 0 ${LEFT + WIDTH + 30} ${height}" font-family="${SANS}" font-size="13" fill="${colour.ink}">`,
    `<rect width="100%" height="100%" fill="${colour.sheet}"/>`,
    text(24, 40, `${title} 作战图`, `font-family="${SERIF}" font-size="26" font-weight="600"`),
    ...legend(),
    ...monthsWithin(chart.from, chart.to).map(month => monthLine(x(month), height, month)),
    ...chart.phases
      .filter(phase => phase.startsOn && phase.endsOn)
      .map((phase, index) => band(phase, index, x, height)),
    ...rows.map(row => unitRow(row, x)),
    ...chart.milestones.map(milestone => flag(x(milestone.on), height, milestone.text)),
    today === null
      ? ''
      : `<path d="M${today} 64V${height - 24}" stroke="${colour.seal}" stroke-width="2"/>${text(today + 5, height - 12, `今天 ${chart.today}`, `fill="${colour.seal}"`)}`,
    '</svg>',
  ].join('\n')
}

/** How a bar looks, and what it is called under the title: never by its colour alone. */
const looks = {
  late: { fill: colour.seal, mark: '迟 ', words: '迟 逾期' },
  underway: { fill: colour.indigo, mark: '', words: '在办' },
  submitted: { fill: colour.indigo, mark: '待 ', words: '待 已报，待确认' },
  confirmed: { fill: colour.bamboo, mark: '✓ ', words: '✓ 已办结' },
} as const

const lookOf = ({ late, state }: Pick<Bar, 'late' | 'state'>): keyof typeof looks =>
  late ? 'late' : state === 'confirmed' || state === 'submitted' ? state : 'underway'

const legend = (): readonly string[] =>
  Object.values(looks).map(({ fill, words }, index) => {
    const x = LEFT + WIDTH - 480 + index * 110 + (index > 2 ? 50 : 0)
    return `<rect x="${x}" y="30" width="14" height="12" rx="2" fill="${fill}"/>${text(x + 20, 41, words, `fill="${colour.soft}"`)}`
  })

type Scale = (day: string) => number
type Bar = WallChart['rows'][number]['bars'][number]
type Row = {
  readonly name: string
  readonly y: number
  readonly height: number
  readonly bars: readonly (Bar & { readonly lane: number })[]
}

const scale = ({ from, to }: WallChart): Scale => {
  const days = Math.max(1, daysBetween(from, to))
  return day => Math.round(LEFT + (Math.min(Math.max(daysBetween(from, day), 0), days) / days) * WIDTH)
}

/** Bars that share days lie in lanes below one another. */
const laidOut = (chart: WallChart): readonly Row[] => {
  let y = TOP
  return chart.rows.map(({ unit, bars }) => {
    const ends: string[] = []
    const placed = bars.map(bar => {
      const free = ends.findIndex(end => end < bar.from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = bar.to ?? chart.to
      return { ...bar, lane }
    })
    const height = Math.max(1, ends.length) * (BAR + GAP) + GAP * 2
    const row = { name: unit.name, y, height, bars: placed }
    y += height
    return row
  })
}

const monthLine = (x: number, height: number, day: string): string =>
  `<path d="M${x} 64V${height - 24}" stroke="${colour.rule}"/>${text(x + 6, 80, `${Number(day.slice(5, 7))}月${day.slice(5, 7) === '01' ? ` ${day.slice(0, 4)}` : ''}`, `fill="${colour.soft}"`)}`

const band = (phase: WallChart['phases'][number], index: number, x: Scale, height: number): string => {
  const [from, to] = [x(phase.startsOn ?? ''), x(phase.endsOn ?? '')]
  const wash = index % 2 === 0 ? colour.wash : '#EDF1EE'
  return `<rect x="${from}" y="92" width="${Math.max(2, to - from)}" height="${height - 116}" fill="${wash}" opacity="0.6"/>${text(from + 6, 110, clipped(phase.name, (to - from) / 14), 'font-weight="600"')}`
}

const unitRow = ({ name, y, height, bars }: Row, x: Scale): string =>
  [
    `<path d="M24 ${y}H${LEFT + WIDTH}" stroke="${colour.rule}"/>`,
    text(24, y + 22, clipped(name, 10), 'font-weight="600"'),
    ...bars.map(bar => {
      const [from, to] = [x(bar.from), bar.to === null ? LEFT + WIDTH : x(bar.to)]
      const top = y + GAP + bar.lane * (BAR + GAP)
      const { fill, mark } = looks[lookOf(bar)]
      return `<rect x="${from}" y="${top}" width="${Math.max(6, to - from)}" height="${BAR}" rx="3" fill="${fill}" opacity="0.9"/>${text(from + 6, top + 15, clipped(mark + bar.text, (to - from) / 13), `fill="#FFFFFF" font-size="12"`)}`
    }),
    `<rect x="0" y="${y + height - 1}" width="1" height="1" fill="none"/>`,
  ].join('')

/** Its words stand to the right of the pole, or to the left where the picture ends. */
const flag = (x: number, height: number, words: string): string => {
  const shown = clipped(words, 14)
  const isTurned = x + 15 + shown.length * 12 > LEFT + WIDTH + 30
  const cloth = isTurned ? `M${x} 84l-12 5 12 5z` : `M${x} 84l12 5-12 5z`
  const said = isTurned
    ? text(x - 15, 94, shown, 'font-size="12" text-anchor="end"')
    : text(x + 15, 94, shown, 'font-size="12"')
  return `<path d="M${x} 84V${height - 24}" stroke="${colour.ink}" stroke-dasharray="2 3"/><path d="${cloth}" fill="${colour.ink}"/>${said}`
}

const clipped = (words: string, most: number): string =>
  words.length <= most ? words : most < 3 ? '' : `${words.slice(0, Math.floor(most) - 1)}…`

const text = (x: number, y: number, words: string, attributes = ''): string =>
  `<text x="${x}" y="${y}" ${attributes}>${escaped(words)}</text>`

const escaped = (words: string): string =>
  words.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
