/** A straight line on a page, along one axis: where it lies on the other, and from where to where it goes. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }
export type Rules = { readonly across: readonly Rule[]; readonly down: readonly Rule[] }

/** What a page draws, as the reader of PDF gives it: a number for each act, and what it is done with. */
export type Drawn = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
export type Acts = Readonly<
  Record<'save' | 'restore' | 'transform' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd' | 'constructPath', number>
> &
  Readonly<Record<'stroke' | 'closeStroke' | 'fill' | 'eoFill' | 'fillStroke' | 'eoFillStroke', number>>

/** As PDF writes it: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [number, number, number, number, number, number]
type Point = { readonly x: number; readonly y: number }

/** A drawing of more lines than this is a map or a plan of a building, and no table. */
const most = 4000
const [thick, short, straight] = [3, 6, 0.5]

/** The lines that a page draws along its edges: strokes, and boxes so thin that they are lines. */
export const rulesOf = ({ fnArray, argsArray }: Drawn, acts: Acts, turn: Matrix = [1, 0, 0, 1, 0, 0]): Rules => {
  const found = { across: [] as Rule[], down: [] as Rule[] }
  const strokes = new Set<unknown>([acts.stroke, acts.closeStroke])
  const fills = new Set<unknown>([acts.fill, acts.eoFill, acts.fillStroke, acts.eoFillStroke])
  const kept: Matrix[] = []
  let matrix: Matrix = turn
  for (const [i, act] of fnArray.entries()) {
    const args = argsArray[i]
    if (act === acts.save || act === acts.paintFormXObjectBegin) kept.push(matrix)
    if (act === acts.restore || act === acts.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (act === acts.transform) matrix = times(matrix, numbersOf(args))
    if (act === acts.paintFormXObjectBegin && Array.isArray(args)) matrix = times(matrix, numbersOf(args[0]))
    if (act !== acts.constructPath || !Array.isArray(args)) continue
    const [paint, path]: readonly unknown[] = args
    const lines = pathOf(numbersOf(Array.isArray(path) ? path[0] : path), matrix)
    if (strokes.has(paint)) for (const line of lines) addStroke(found, line)
    if (fills.has(paint)) for (const line of lines) addThinBox(found, line)
    if (found.across.length + found.down.length > most) return { across: [], down: [] }
  }
  return found
}

const numbersOf = (value: unknown): readonly number[] =>
  ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as ArrayLike<number>) : []

const times = (m: Matrix, n: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}

/** How many numbers follow each step of a path: to a place, a line, two kinds of curve, back to the beginning. */
const follow = [2, 2, 6, 4, 0]

const pathOf = (steps: readonly number[], [a, b, c, d, e, f]: Matrix): readonly (readonly Point[])[] => {
  const lines: Point[][] = []
  let at = 0
  while (at < steps.length) {
    const step = steps[at] ?? 0
    const count = follow[step]
    if (count === undefined) return lines
    const [x, y] = [steps[at + count - 1] ?? 0, steps[at + count] ?? 0]
    const point = { x: a * x + c * y + e, y: b * x + d * y + f }
    const line = lines.at(-1)
    if (step === 0 || !line) lines.push([point])
    else if (step === 4) line.push(line[0] ?? point)
    else line.push(point)
    at += count + 1
  }
  return lines
}

type Found = { readonly across: Rule[]; readonly down: Rule[] }

const addRule = ({ across, down }: Found, one: Point, other: Point): void => {
  const [wide, high] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)]
  if (high <= straight && wide > short)
    across.push({ at: (one.y + other.y) / 2, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) })
  if (wide <= straight && high > short)
    down.push({ at: (one.x + other.x) / 2, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) })
}

const addStroke = (found: Found, line: readonly Point[]): void => {
  for (const [i, point] of line.entries()) if (i > 0) addRule(found, line[i - 1] ?? point, point)
}

const addThinBox = (found: Found, line: readonly Point[]): void => {
  const xs = line.map(({ x }) => x)
  const ys = line.map(({ y }) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(left + right) / 2, (low + high) / 2]
  if (high - low <= thick && right - left > short) addRule(found, { x: left, y }, { x: right, y })
  else if (right - left <= thick && high - low > short) addRule(found, { x, y: low }, { x, y: high })
}
