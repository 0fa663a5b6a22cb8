import { attribute, piecesOf } from '../markup.ts'
import { writtenNumber } from './written-number.ts'

type Level = {
  readonly format: string
  readonly text: string
  readonly start: number
  /** The style whose paragraphs are of this level. */
  readonly style: string
  /** Goes on counting whatever stands above it. */
  readonly runsOn: boolean
  /** Shows the numbers of the levels above in Arabic digits. */
  readonly legal: boolean
}
type Levels = ReadonlyMap<number, Level>

/** The automatic numbering of a Word document. */
export type Numbering = {
  readonly levels: ReadonlyMap<string, Levels>
  /** The list behind each number id; several may count one list on. */
  readonly listOf: ReadonlyMap<string, string>
  /** Where a number id begins to count anew, by level. */
  readonly restarts: ReadonlyMap<string, ReadonlyMap<number, number>>
}

export type Numbered = { readonly id: string; readonly level: number }

const noLevel: Level = { format: 'decimal', text: '', start: 1, style: '', runsOn: false, legal: false }

const isOn = (value: string): boolean => !/^(?:0|false|off)$/.test(value)

const withSetting = (level: Level, name: string, value: string): Level => {
  if (name === 'w:numFmt') return { ...level, format: value }
  if (name === 'w:lvlText') return { ...level, text: value.slice(0, 40) }
  if (name === 'w:start') return { ...level, start: Number(value) || 0 }
  if (name === 'w:pStyle') return { ...level, style: value }
  if (name === 'w:lvlRestart') return { ...level, runsOn: value === '0' }
  return name === 'w:isLgl' ? { ...level, legal: isOn(value) } : level
}

/** What `numbering.xml` defines, while it is walked. */
const newDefinitions = () => ({
  levels: new Map<string, Map<number, Level>>(),
  listOf: new Map<string, string>(),
  restarts: new Map<string, Map<number, number>>(),
  /** A list that takes its levels from a style, and the list that the style is made of. */
  borrows: new Map<string, string>(),
  lends: new Map<string, string>(),
  list: '',
  number: '',
  at: 0,
  level: noLevel,
})
type Definitions = ReturnType<typeof newDefinitions>

const open = (now: Definitions, name: string, attributes: string): void => {
  const value = attribute(attributes, 'w:val') ?? ''
  if (name === 'w:abstractNum') {
    now.list = attribute(attributes, 'w:abstractNumId') ?? ''
    now.levels.set(now.list, new Map())
  } else if (name === 'w:lvl') [now.at, now.level] = [Number(attribute(attributes, 'w:ilvl') ?? 0), noLevel]
  else if (name === 'w:num') [now.number, now.list] = [attribute(attributes, 'w:numId') ?? '', '']
  else if (name === 'w:abstractNumId') now.listOf.set(now.number, value)
  else if (name === 'w:lvlOverride') now.at = Number(attribute(attributes, 'w:ilvl') ?? 0)
  else if (name === 'w:startOverride') {
    const restarts = now.restarts.get(now.number) ?? new Map<number, number>()
    now.restarts.set(now.number, restarts.set(now.at, Number(value) || 0))
  } else if (name === 'w:numStyleLink') now.borrows.set(now.list, value)
  else if (name === 'w:styleLink') now.lends.set(value, now.list)
  else now.level = withSetting(now.level, name, value)
}

const close = (now: Definitions, name: string): void => {
  if (name === 'w:lvl') {
    if (now.list !== '') now.levels.get(now.list)?.set(now.at, now.level)
  } else if (name === 'w:abstractNum') now.list = ''
}

/** Reads `numbering.xml`. */
export const readNumbering = (xml: string): Numbering => {
  const now = newDefinitions()
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'close') close(now, piece.name)
    else if (piece.kind !== 'text') open(now, piece.name, piece.attributes)
  }
  for (const [list, style] of now.borrows) {
    const lent = now.levels.get(now.lends.get(style) ?? '')
    if (lent) now.levels.set(list, lent)
  }
  return now
}

/** The level of a list that a style stands for, where the list says so. */
export const levelOfStyle = ({ levels, listOf }: Numbering, id: string, style: string): number | null => {
  for (const [at, level] of levels.get(listOf.get(id) ?? '') ?? []) if (level.style === style) return at
  return null
}

const deepest = 8

/** Between a number and the words a sign stands, or else a gap. */
const parted = (marker: string): string => (/[\dA-Za-z一-龥]$/.test(marker) ? `${marker} ` : marker)

const markerOf = (levels: Levels, shape: Level, reached: readonly (number | undefined)[]): string =>
  parted(
    shape.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const { start, format } = levels.get(at) ?? noLevel
      return writtenNumber(reached[at] || start, shape.legal ? 'decimal' : format)
    }),
  )

/** Counts as Word does and writes the marker of each numbered paragraph. */
export const newCounter = ({ levels, listOf, restarts }: Numbering) => {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const next = (list: string, levelsOf: Levels, { id, level }: Numbered): readonly (number | undefined)[] => {
    const reached = counts.get(list) ?? []
    const anew = begun.has(`${id} ${level}`) ? undefined : restarts.get(id)?.get(level)
    begun.add(`${id} ${level}`)
    const start = levelsOf.get(level)?.start ?? 1
    const last = reached[level]
    reached[level] = anew ?? (last === undefined ? start : last + 1)
    for (let below = level + 1; below < reached.length; below++)
      if (!levelsOf.get(below)?.runsOn) reached[below] = undefined
    counts.set(list, reached)
    return reached
  }

  return (numbered: Numbered): string => {
    const list = listOf.get(numbered.id)
    const levelsOf = list === undefined ? undefined : levels.get(list)
    const shape = levelsOf?.get(numbered.level)
    if (list === undefined || !levelsOf || !shape || numbered.level > deepest) return ''
    if (shape.format === 'bullet') return '● '
    return shape.format === 'none' ? '' : markerOf(levelsOf, shape, next(list, levelsOf, numbered))
  }
}
