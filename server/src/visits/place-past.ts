import type { ObservationWritten } from '@luoshi/contract/field'
import { observationIdOf, pastVisitIdOf } from '@luoshi/rules/derived-id'
import { dayNumber, isPlainDate } from '@luoshi/rules/plain-date'
import { codeOf } from '../imports/headings.ts'
import type { PastCellCode, PastWrong } from './past-cell-words.ts'
import { alike, type PastGround, type PastPoint, type PastVersion } from './past-ground.ts'
import { gradeWords, type PastKey } from './past-sheet.ts'
import type { PastOnRecord } from './past-visits.ts'

/** A line as written: texts by key. */
export type PastLine = { readonly row: number; readonly texts: Readonly<Record<PastKey, string>> }

export type PastError = PastWrong & { readonly row: number; readonly key: PastKey; readonly value: string }

export type PastStep = {
  readonly row: number
  readonly what: 'added' | 'changed' | 'same'
  readonly id: string
  readonly visitId: string
  /** Tells visits apart in a number. */
  readonly visitKey: number
  readonly point: PastPoint
  readonly version: PastVersion
  readonly day: string
  readonly criterionId: string
  readonly grade: ObservationWritten['grade']
  readonly note: string
}

export type Placed = { readonly steps: readonly PastStep[]; readonly errors: readonly PastError[] }

/** A line whose point and day are known. */
export type Dated = {
  readonly line: PastLine
  readonly point: PastPoint
  readonly day: string
  readonly visitId: string
}

/** Remembers what was met in earlier lines, in numbers: a list may have half a million. */
export type Met = { readonly said: Set<number>; readonly criteria: Map<string, number> }

export const codeIn = ({ texts }: PastLine): string => texts.code.normalize('NFKC').trim().toUpperCase()

/** The lines that name a point within reach and a day that can be; what is wrong with the others. */
export const dateLines = (
  lines: readonly PastLine[],
  { points }: Pick<PastGround, 'points'>,
  today: string,
): { readonly dated: readonly Dated[]; readonly errors: readonly PastError[] } => {
  const errors: PastError[] = []
  const visitIds = new Map<string, string>()
  const dated = lines.flatMap((line): Dated[] => {
    const point = points.get(codeIn(line)) ?? null
    const day = dayIn(line.texts.day)
    if (point === null) errors.push(wrongAt(line, 'code', 'point', { code: line.texts.code }))
    const isDay = day !== null && day <= today && day >= '2000-01-01'
    if (!isDay) errors.push(wrongAt(line, 'day', 'day'))
    if (point === null || !isDay) return []
    const key = `${point.id} ${day}`
    const visitId = visitIds.get(key) ?? pastVisitIdOf(point.id, day)
    visitIds.set(key, visitId)
    return [{ line, point, day, visitId }]
  })
  return { dated, errors }
}

/** A visit that is on record stays held to its own version; any other to what its point is held to now. */
export const versionIdOf = (
  { point, visitId }: Dated,
  { heldTo }: Pick<PastGround, 'heldTo'>,
  onRecord: ReadonlyMap<string, PastOnRecord>,
): string | null => onRecord.get(visitId)?.versionId ?? heldTo(point.point_type, point.unit_path)?.versionId ?? null

/** What each line would do. */
export const placePast = (
  dated: readonly Dated[],
  ground: Pick<PastGround, 'heldTo' | 'versions'>,
  onRecord: ReadonlyMap<string, PastOnRecord>,
  met: Met,
): Placed => {
  const errors: PastError[] = []
  const seenBefore = new Map(
    [...onRecord].map(([id, { observations }]) => [id, new Map(observations.map(one => [one.criterionId, one]))]),
  )
  const steps = dated.flatMap((one): PastStep[] => {
    const { line, point, day, visitId } = one
    const wrong = (key: PastKey, code: PastCellCode, params?: PastWrong['params']): PastStep[] => {
      errors.push(wrongAt(line, key, code, params))
      return []
    }
    const version = ground.versions.get(versionIdOf(one, ground, onRecord) ?? '')
    if (version === undefined) return wrong('code', 'standard', { type: point.point_type })
    const criterion = version.find(alike(line.texts.criterion))
    if (criterion === undefined) {
      const { title, number, criteria } = version
      return wrong('criterion', 'criterion', { title, number, count: criteria.length })
    }
    const grade = codeOf(gradeWords, alike(line.texts.grade))
    if (grade === null) return wrong('grade', 'grade')
    const note = line.texts.note.normalize('NFC').trim()
    if (note.length > 2000) return wrong('note', 'note')
    const visitKey = point.at * 2 ** 16 + dayNumber(day)
    const said = visitKey * 2 ** 16 + numberOf(met.criteria, criterion.id)
    if (met.said.has(said)) return wrong('criterion', 'twice')
    met.said.add(said)
    const before = seenBefore.get(visitId)?.get(criterion.id)
    const isSame = before?.grade === grade && before.note === note
    return [
      {
        ...{ row: line.row, what: before === undefined ? 'added' : isSame ? 'same' : 'changed' },
        ...{ id: observationIdOf(visitId, criterion.id), visitId, visitKey, point, version, day },
        ...{ criterionId: criterion.id, grade, note },
      },
    ]
  })
  return { steps, errors }
}

const numberOf = (numbers: Map<string, number>, id: string): number => {
  const known = numbers.get(id) ?? numbers.size
  numbers.set(id, known)
  return known
}

/** 2025-03-01, 2025/3/1, 2025年3月1日; or as a spreadsheet's own date is read, which is midnight in Greenwich. */
const dayIn = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(alike(text)) ?? []
  const written =
    year === undefined ? fromSpreadsheet(text) : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isPlainDate(written) ? written : null
}

const fromSpreadsheet = (text: string): string => {
  const instant = text.includes('GMT') ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10)
}

const wrongAt = (line: PastLine, key: PastKey, code: PastCellCode, params?: PastWrong['params']): PastError => ({
  ...{ row: line.row, key, value: line.texts[key], code },
  ...(params && { params }),
})
